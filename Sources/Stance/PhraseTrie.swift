/// Finds the longest of many phrases at a place in a text, in time that depends on the phrase's length only.
struct PhraseTrie<Value: Sendable>: Sendable {
    private struct Edge: Hashable, Sendable {
        var node: Int
        var word: String
    }

    private var edges: [Edge: Int] = [:]
    private var values: [Int: Value] = [:]
    private var count = 1

    /// Adds the phrase; a phrase that is there already keeps its first value.
    mutating func insert(_ words: some Sequence<String>, _ value: Value) {
        var node = 0
        for word in words {
            let edge = Edge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                edges[edge] = count
                node = count
                count += 1
            }
        }
        if values[node] == nil { values[node] = value }
    }

    /// The longest phrase that starts with the word at `start` and ends before `end`: its end and its value.
    func longestMatch(in tokens: [Token], from start: Int, end: Int) -> (end: Int, value: Value)? {
        var best: (end: Int, value: Value)?
        var node = 0
        var index = start
        while index < end, let next = edges[Edge(node: node, word: tokens[index].word)] {
            node = next
            index += 1
            if let value = values[node] { best = (index, value) }
        }
        return best
    }

    /// The value of a phrase of one word.
    subscript(word: String) -> Value? { edges[Edge(node: 0, word: word)].flatMap { values[$0] } }
}
