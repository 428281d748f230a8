import java.util.*;

class Check {
    CODE

    static void same(String id, Object came, Object expected) {
        String one = came instanceof int[] ints ? Arrays.toString(ints)
            : came instanceof long[] longs ? Arrays.toString(longs)
            : came instanceof int[][] rows ? Arrays.deepToString(rows) : String.valueOf(came);
        if (!one.equals(expected)) System.out.println(id + " gave " + one);
    }

    public static void main(String[] words) {
        same("arrays-and-hashing", pairWithSum(new int[] {2, 7, 11}, 9), "[0, 1]");
        same("arrays-and-hashing", pairWithSum(new int[] {5}, 10), "[]");
        same("two-pointers", sortedPair(new int[] {1, 3, 4, 6}, 7), "[0, 3]");
        same("two-pointers", sortedPair(new int[] {2147483647, 2147483647}, -2), "[]");
        same("sliding-window", longestWithoutRepeats("abba"), "2");
        same("sliding-window", longestWithoutRepeats(""), "0");
        same("prefix-sums", stretchesWithSum(new int[] {1, -1, 0}, 0), "3");
        same("binary-search", lowerBound(new int[] {1, 3, 3, 5}, 3), "1");
        same("binary-search", lowerBound(new int[0], 3), "0");
        same("intervals", mergeIntervals(new int[][] {{4, 5}, {1, 4}, {8, 9}}), "[[1, 5], [8, 9]]");
        same("grids", fewestSteps(new int[][] {{0, 0, 0}, {1, 1, 0}, {0, 0, 0}}), "4");
        same("grids", fewestSteps(new int[0][]), "-1");
        same("stack-patterns", nextLarger(new int[] {2, 1, 3}), "[3, 3, -1]");
        same("linked-list-edits", reverse(new Node(1, new Node(2, null))).value, "2");
        same("linked-list-edits", reverse(null), "null");
        same("recursion-and-backtracking", subsets(new int[] {1, 2}), "[[], [1], [1, 2], [2]]");
        same("tree-traversal", longestPath(new Tree(new Tree(null, null), new Tree(null, null))), "2");
        same("graph-search", distances(4, new int[][] {{0, 1}, {1, 2}}, 0), "[0, 1, 2, -1]");
        same("topological-order", order(3, new int[][] {{0, 1}, {1, 2}}), "[0, 1, 2]");
        same("topological-order", order(2, new int[][] {{0, 1}, {1, 0}}), "[]");
        same("top-k-with-heaps", largest(new int[] {3, 1, 5, 2}, 2), "[5, 3]");
        same("union-find", groups(4, new int[][] {{0, 1}, {2, 3}}), "2");
        same("shortest-paths", dijkstra(3, new int[][] {{0, 1, 5}, {0, 2, 1}, {2, 1, 1}}, 0), "[0, 2, 1]");
        same("dynamic-programming", fewestCoins(new int[] {1, 2, 5}, 11), "3");
        same("dynamic-programming", fewestCoins(new int[] {2}, 3), "-1");
    }
}
