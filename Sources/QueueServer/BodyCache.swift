internal import Queue

/// Bodies that have just arrived and will soon leave again, so that a busy queue need not read what it has just written.
///
/// When it is full, newcomers are not taken: those that came first leave first.
struct BodyCache {
    private let capacity: Int
    private var bodies: [ArticleRecord.Sequence: [UInt8]] = [:]
    private var bytes = 0
    /// Bodies of articles that ended in this turn; messages of this turn may still want them.
    private var ended: [ArticleRecord.Sequence] = []

    /// - Parameter capacity: In bytes.
    init(capacity: Int) { self.capacity = capacity }

    subscript(sequence: ArticleRecord.Sequence) -> [UInt8]? { bodies[sequence] }

    mutating func note(_ write: JournalWrite, body: [UInt8]?) {
        switch write {
        case .insert(let record):
            if let body { keep(body, record.sequence) }
        case .update(let sequence, let update, let takesBody):
            if update.state != .pending {
                ended.append(sequence)
            } else if takesBody, let body {
                keep(body, sequence)
            }
        case .kinship, .drop: break
        }
    }

    /// Forgets the bodies of articles that have ended.
    mutating func release() {
        for sequence in ended { forget(sequence) }
        ended.removeAll(keepingCapacity: true)
    }

    private mutating func keep(_ body: [UInt8], _ sequence: ArticleRecord.Sequence) {
        forget(sequence)
        guard bytes + body.count <= capacity else { return }
        bodies[sequence] = body
        bytes += body.count
    }

    private mutating func forget(_ sequence: ArticleRecord.Sequence) {
        if let old = bodies.removeValue(forKey: sequence) { bytes -= old.count }
    }
}
