import Queue
import Wire

/// Articles that are nearly the same: in the simulation there are a few kinds of articles, and those of one kind are.
enum Kinds {
    private static let count = 6

    static func kind(of id: ArticleID) -> Int { Int(id.bytes[0]) % count }

    /// Articles of one kind differ in a few slots, so that a look-up by one band alone would not do.
    static func sketch(of id: ArticleID) -> Sketch? {
        let kind = UInt16(kind(of: id))
        return Sketch((0..<Sketch.slotCount).map { $0 == Int(id.bytes[1]) % Sketch.slotCount ? 0xFFFF : kind })
    }
}

extension Books {
    /// Checks what a batch says of near duplicates: of each kind there is one original, and the others name it.
    mutating func related(_ batch: JournalBatch) throws(Violation) {
        // Originals first: the rest of the batch may name them.
        for sequence in batch.kinships.keys.sorted() {
            guard case .original = batch.kinships[sequence], let row = rows[sequence] else { continue }
            let name = name(row.record.id)
            let kind = Kinds.kind(of: row.record.id)
            try require(
                row.record.stage == 1,
                .nearDuplicatesNamed,
                "\(name) was compared at another stage than the first"
            )
            let other = originals[kind]
            try require(
                other == nil,
                .nearDuplicatesNamed,
                "\(name) and \(other.map { self.name($0) } ?? "") are one kind"
            )
            originals[kind] = row.record.id
        }
        for sequence in batch.kinships.keys.sorted() {
            guard case .nearDuplicate(let original) = batch.kinships[sequence], let row = rows[sequence] else {
                continue
            }
            let isSo = originals[Kinds.kind(of: row.record.id)] == original && row.record.original == nil
            try require(
                isSo && original != row.record.id,
                .nearDuplicatesNamed,
                "\(name(row.record.id)) was taken for \(name(original))"
            )
            rows[sequence]?.record.original = original
        }
    }
}
