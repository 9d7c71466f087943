/// A table for people, its columns as wide as they must be.
struct TextTable {
    private var rows: [[String]]
    private let numeric: Set<Int>
    private let widest: Int

    /// - Parameters:
    ///   - head: the names of the columns.
    ///   - numeric: the columns that line up at the right.
    ///   - widest: the columns of the widest cell; the rest of a longer one is cut off.
    init(_ head: [String], numeric: Set<Int> = [], widest: Int = .max) {
        rows = [head]
        self.numeric = numeric
        self.widest = max(8, widest)
    }

    /// - Precondition: as many cells as the head has.
    mutating func append(_ row: [String]) { rows.append(row.map { DisplayWidth.cut($0, to: widest) }) }

    /// The head and the rows, without white space at their ends.
    func lines() -> [String] {
        let widths = rows[0].indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                numeric.contains(column)
                    ? DisplayWidth.aligned(cell, to: widths[column]) : DisplayWidth.padded(cell, to: widths[column])
            }
            let line = cells.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
        }
    }
}
