package main

import (
	"container/heap"
	"fmt"
	"math"
	"sort"
)

CODE

// Built in since Go 1.21; here they serve older ones.
func max(one, other int) int {
	if one > other {
		return one
	}
	return other
}

func min(one, other int) int { return one + other - max(one, other) }

func same(id string, came, expected any) {
	if fmt.Sprint(came) != fmt.Sprint(expected) {
		fmt.Println(id, "gave", came)
	}
}

func main() {
	same("arrays-and-hashing", pairWithSum([]int{2, 7, 11}, 9), "[0 1]")
	same("arrays-and-hashing", pairWithSum([]int{5}, 10), "[]")
	same("two-pointers", sortedPair([]int{1, 3, 4, 6}, 7), "[0 3]")
	same("sliding-window", longestWithoutRepeats("abba"), 2)
	same("sliding-window", longestWithoutRepeats(""), 0)
	same("prefix-sums", stretchesWithSum([]int{1, -1, 0}, 0), 3)
	same("binary-search", lowerBound([]int{1, 3, 3, 5}, 3), 1)
	same("binary-search", lowerBound(nil, 3), 0)
	same("intervals", mergeIntervals([][]int{{4, 5}, {1, 4}, {8, 9}}), "[[1 5] [8 9]]")
	same("grids", fewestSteps([][]int{{0, 0, 0}, {1, 1, 0}, {0, 0, 0}}), 4)
	same("grids", fewestSteps(nil), -1)
	same("stack-patterns", nextLarger([]int{2, 1, 3}), "[3 3 -1]")
	same("linked-list-edits", reverse(&Node{1, &Node{2, nil}}).Value, 2)
	same("linked-list-edits", reverse(nil) == nil, true)
	same("recursion-and-backtracking", subsets([]int{1, 2}), "[[] [1] [1 2] [2]]")
	same("tree-traversal", longestPath(&Tree{&Tree{}, &Tree{}}), 2)
	same("graph-search", distances(4, [][]int{{0, 1}, {1, 2}}, 0), "[0 1 2 -1]")
	same("topological-order", order(3, [][]int{{0, 1}, {1, 2}}), "[0 1 2]")
	same("topological-order", order(2, [][]int{{0, 1}, {1, 0}}), "[]")
	same("top-k-with-heaps", largest([]int{3, 1, 5, 2}, 2), "[5 3]")
	same("union-find", groups(4, [][]int{{0, 1}, {2, 3}}), 2)
	same("shortest-paths", dijkstra(3, [][]int{{0, 1, 5}, {0, 2, 1}, {2, 1, 1}}, 0), "[0 2 1]")
	same("dynamic-programming", fewestCoins([]int{1, 2, 5}, 11), 3)
	same("dynamic-programming", fewestCoins([]int{2}, 3), -1)
}
