/// A set of words written as text, one line after another, so that tables read like tables.
struct WordList: Sendable {
    private let words: Set<String>

    init(_ table: String) { words = Set(table.split(whereSeparator: \.isWhitespace).map(String.init)) }

    func contains(_ word: String) -> Bool { words.contains(word) }
}
