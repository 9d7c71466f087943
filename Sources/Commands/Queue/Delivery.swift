internal import Client
internal import Documents
internal import Wire

/// Hands the documents of some paths to a queue and remembers which article each became.
struct Delivery {
    /// A document that the queue has.
    struct Item: Hashable, Sendable {
        let name: String
        let id: ArticleID
        let isDuplicate: Bool
    }

    /// In the order of the documents; a document that could not be read or was refused is missing.
    private(set) var items: [Item] = []
    /// How many documents could not be read or were refused.
    private(set) var failures = 0

    /// - Parameters:
    ///   - roomLimit: How long to wait while the queue is full; `nil` for as long as it takes.
    ///   - resume: Keeps how far archives have been taken.
    ///   - tellsReading: Whether progress tells how far a large file has been read.
    ///   - complain: Hears of each document that failed.
    ///   - note: Hears what is good to know, such as that the queue is full.
    /// - Throws: `ClientError` where the queue does not answer; ``CommandError`` where it stays full.
    init(
        _ reader: DocumentReader,
        to client: QueueClient,
        priority: Priority,
        keySuffix: String = "",
        roomLimit: Duration? = nil,
        resume: ResumePoint? = nil,
        progress: ProgressReport,
        tellsReading: Bool = false,
        complain: (String) -> Void,
        note: @escaping (String) -> Void
    ) async throws {
        // Names wait here for their receipts: no more than the client has on their way.
        var names: [Int: String] = [:]
        var received: [Int: Item] = [:]
        var failed = 0
        var index = 0
        var room = RoomWait(limit: roomLimit, note: note)
        var isSilent = false
        // What was taken stays taken, however this ends.
        defer { try? resume?.save() }
        try await client.submit(
            next: {
                while let result = reader.next() {
                    switch result {
                    case .success(let document):
                        names[index] = document.name
                        resume?.begin(index, document)
                        index += 1
                        return document.handout(priority: priority, keySuffix: keySuffix)
                    case .failure(let error):
                        failed += 1
                        complain("\(error)")
                    }
                }
                return nil
            },
            receipt: { index, receipt in
                room.hasRoom()
                try resume?.end(index)
                if progress.isDue {
                    progress.show(handedIn: received.count, tellsReading ? reader.progress : nil)
                }
                let name = names.removeValue(forKey: index) ?? "?"
                switch receipt {
                case .accepted(let id, let isDuplicate):
                    received[index] = Item(name: name, id: id, isDuplicate: isDuplicate)
                case .refused(let code, let reason):
                    failed += 1
                    complain("\(name): refused: \(reason) (\(code))")
                }
            },
            busy: { _ in
                try room.isFull(accepted: received.count)
                if progress.isDue { progress.show(handedIn: received.count, waiting: room.seconds) }
            },
            silence: {
                if !isSilent { note(client.silence) }
                isSilent = true
            }
        )
        try resume?.save()
        progress.finish()
        room.finish()
        items = received.sorted { $0.key < $1.key }.map(\.value)
        failures = failed
        if let omissions = reader.omissions { note(omissions) }
    }
}
