internal import CKernels
internal import Glibc

/// A learned model of stances, ready to answer. Any number of threads may ask at the same time; each asks on its own.
package final class StanceModel: Sendable {
    package let description: ModelDescription
    /// The instructions that it uses.
    package let level: KernelLevel
    private let planner: SequencePlanner
    private let encoder: Encoder
    private let head: StanceHead
    private let workspaces: WorkspacePool

    /// Tokens of a batch: enough to read the weights from memory seldom, few enough for what lies between two products to
    /// stay near the processor. Of 96, 144, 192 and 288 this was the fastest. A multiple of the rows of a tile, which are 12.
    package static let usualBatch = 192

    /// Tokens of a batch; a longer sequence is a batch by itself.
    private let batch: Int

    /// Maps the file or, where it is the first of several shards, all of them, and packs the weights for this processor.
    ///
    /// - Parameters:
    ///   - level: the instructions to use.
    ///   - batch: tokens of a batch.
    /// - Throws: ``ModelError`` for files that can't be read, are damaged, or hold no model that this version can run.
    package init(path: String, level: KernelLevel = .best, batch: Int = usualBatch) throws(ModelError) {
        let files = try ModelFiles(path)
        let description = try ModelDescription(files.metadata, file: path)
        let tensors = try Tensors(files.files)
        let words = try tensors.shape("vocabulary")
        guard words.count == 1, words[0] <= 8 << 20 else {
            throw ModelError(.malformed, path, "its vocabulary is no list of at most 8 MiB")
        }
        let vocabulary = Vocabulary(lines: try tensors.bytes("vocabulary", words[0]).values)
        func special(_ token: String) throws(ModelError) -> Int32 {
            guard let id = vocabulary.id(of: token) else {
                throw ModelError(.malformed, path, "\"\(token)\" is not in its vocabulary")
            }
            return Int32(id)
        }
        planner = SequencePlanner(
            tokens: WordPiece(vocabulary: vocabulary, unknown: try special(description.unk)),
            cls: try special(description.cls),
            sep: try special(description.sep),
            maximumTokens: description.maximumTokens,
            readsPrevious: description.context == .previous
        )
        encoder = try Encoder(tensors, description, vocabulary: vocabulary.count)
        head = try StanceHead(tensors, description)
        self.description = description
        self.level = level
        self.batch = batch
        workspaces = WorkspacePool(description, capacity: max(batch, description.maximumTokens))
        // The packed weights are a copy; of the rest, what is needed comes back.
        for file in files.files { file.file.release() }
    }

    /// The probabilities for each target of each question, in the order given.
    ///
    /// One pass through the model serves all targets of a sentence; sentences without a target cost nothing.
    package func answer(_ questions: [StanceQuestion], of text: [Unicode.Scalar]) -> [[StanceProbabilities]] {
        var answers = questions.map { Array(repeating: StanceProbabilities.none, count: $0.targets.count) }
        workspaces.with { workspace in
            var sequences: [TokenSequence] = []
            for (index, question) in questions.enumerated() {
                planner.append(question, index, of: text, to: &sequences, workspace)
            }
            sequences.sort { $0.ids.count > $1.ids.count }
            for batch in Self.batches(sequences, capacity: batch) {
                encoder.encode(sequences[batch], workspace, level.value)
                var targets: [BatchTarget] = []
                var row = 0
                for index in batch {
                    for target in sequences[index].targets {
                        targets.append(BatchTarget(target: target, sequence: index, row: row))
                    }
                    row += sequences[index].ids.count
                }
                for start in stride(from: 0, to: targets.count, by: HeadWorkspace.targets) {
                    let end = min(start + HeadWorkspace.targets, targets.count)
                    head.answer(targets[start..<end], sequences[batch], workspace, level.value) { target, result in
                        answers[target.question][target.target] = result
                    }
                }
            }
        }
        return answers
    }

    /// The pieces of words that the model reads of a text, with their places in its scalars; no special tokens.
    package func pieces(of text: [Unicode.Scalar]) -> [Piece] {
        var pieces: [Piece] = []
        var word = WordPiece.Word()
        planner.tokens.append(text, text.indices, to: &pieces, &word)
        return pieces
    }

    /// Ranges of sequences, sorted by length, of at most `capacity` tokens and about as many tokens each.
    private static func batches(_ sequences: [TokenSequence], capacity: Int) -> [Range<Int>] {
        let total = sequences.reduce(0) { $0 + $1.ids.count }
        let goal = (total + capacity - 1) / capacity
        var batches: [Range<Int>] = []
        var (start, tokens, left) = (0, 0, total)
        for (index, sequence) in sequences.enumerated() {
            let share = left / max(1, goal - batches.count)
            if tokens > 0, tokens + sequence.ids.count > capacity || tokens >= share {
                batches.append(start..<index)
                left -= tokens
                (start, tokens) = (index, 0)
            }
            tokens += sequence.ids.count
        }
        if start < sequences.count { batches.append(start..<sequences.count) }
        return batches
    }
}

/// The workspaces of the threads that are not asking right now.
private final class WorkspacePool: Sendable {
    private let description: ModelDescription
    private let capacity: Int
    // Only touched while the lock is held. A lock of the C library, because Synchronization's is unknown to
    // ThreadSanitizer on Linux.
    private nonisolated(unsafe) var free: [Workspace] = []
    private nonisolated(unsafe) let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(_ description: ModelDescription, capacity: Int) {
        self.description = description
        self.capacity = capacity
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func with(_ body: (Workspace) -> Void) {
        pthread_mutex_lock(mutex)
        let kept = free.popLast()
        pthread_mutex_unlock(mutex)
        let workspace = kept ?? Workspace(description, capacity: capacity)
        body(workspace)
        pthread_mutex_lock(mutex)
        free.append(workspace)
        pthread_mutex_unlock(mutex)
    }
}
