package import Wire

extension QueueState {
    /// Writes down what an article's sketch has shown.
    mutating func note(_ kinship: Kinship, of sequence: ArticleRecord.Sequence, _ id: ArticleID) {
        switch kinship {
        case .original(let sketch): freshSketches.insert(sequence, id, sketch)
        case .nearDuplicate(let original):
            // By chance of its making, such as a stage that sends a sketch after another did.
            guard original != id, originals[sequence] == nil else { return }
            counters.nearDuplicates += 1
            originals[sequence] = original
        }
        output.writes.append(.kinship(sequence, kinship))
    }

    /// What a sketch shows, as far as is known at this moment of the turn.
    ///
    /// - Throws: The journal's error.
    package func kinship(of sketch: Sketch, _ journal: any Journal) throws -> Kinship {
        if let original = try freshSketches.original(near: sketch) ?? journal.original(near: sketch) {
            return .nearDuplicate(of: original)
        }
        return .original(sketch)
    }
}
