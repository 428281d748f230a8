#include <algorithm>
#include <iostream>
#include <numeric>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>
using namespace std;

CODE

template <typename T> void same(const string& id, const T& came, const T& expected) {
    if (!(came == expected)) cout << id << " came out wrong\n";
}

int main() {
    using Ints = vector<int>;
    using Rows = vector<vector<int>>;
    same("arrays-and-hashing", pairWithSum({2, 7, 11}, 9), Ints{0, 1});
    same("arrays-and-hashing", pairWithSum({5}, 10), Ints{});
    same("two-pointers", sortedPair({1, 3, 4, 6}, 7), Ints{0, 3});
    same("two-pointers", sortedPair({2147483647, 2147483647}, -2), Ints{});
    same("sliding-window", longestWithoutRepeats("abba"), 2);
    same("sliding-window", longestWithoutRepeats(""), 0);
    same("prefix-sums", stretchesWithSum({1, -1, 0}, 0), 3);
    same("binary-search", lowerBound({1, 3, 3, 5}, 3), 1);
    same("binary-search", lowerBound({}, 3), 0);
    same("intervals", mergeIntervals({{4, 5}, {1, 4}, {8, 9}}), Rows{{1, 5}, {8, 9}});
    same("grids", fewestSteps({{0, 0, 0}, {1, 1, 0}, {0, 0, 0}}), 4);
    same("grids", fewestSteps({}), -1);
    same("stack-patterns", nextLarger({2, 1, 3}), Ints{3, 3, -1});
    Node second{2, nullptr}, first{1, &second};
    same("linked-list-edits", reverseList(&first)->value, 2);
    same("linked-list-edits", reverseList(nullptr), (Node*)nullptr);
    same("recursion-and-backtracking", subsets({1, 2}), Rows{{}, {1}, {1, 2}, {2}});
    Tree left{nullptr, nullptr}, right{nullptr, nullptr}, root{&left, &right};
    same("tree-traversal", longestPath(&root), 2);
    same("graph-search", distances(4, {{0, 1}, {1, 2}}, 0), Ints{0, 1, 2, -1});
    same("topological-order", order(3, {{0, 1}, {1, 2}}), Ints{0, 1, 2});
    same("topological-order", order(2, {{0, 1}, {1, 0}}), Ints{});
    same("top-k-with-heaps", largest({3, 1, 5, 2}, 2), Ints{5, 3});
    same("union-find", groups(4, {{0, 1}, {2, 3}}), 2);
    same("shortest-paths", dijkstra(3, {{0, 1, 5}, {0, 2, 1}, {2, 1, 1}}, 0), vector<long long>{0, 2, 1});
    same("dynamic-programming", fewestCoins({1, 2, 5}, 11), 3);
    same("dynamic-programming", fewestCoins({2}, 3), -1);
}
