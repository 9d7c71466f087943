package import ArgumentParser
internal import Client
internal import Foundation
internal import JSON
internal import Queue
internal import QueueSQLite
package import Service
internal import Settings
internal import Wire
internal import ZeroMQ

/// The flags by which a command says which queue it means.
package struct QueueFlags: ParsableArguments {
    @OptionGroup package var service: ServiceOptions

    @Option(help: "The local pipeline whose data is in this directory.")
    package var data: String?

    @Option(help: "The queue that listens here, such as tcp://127.0.0.1:5555.")
    package var queue: String?

    @Option(help: "Give up when there is no answer for so many seconds.")
    package var timeout: Int = 10

    package init() {}

    package mutating func validate() throws {
        guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout takes 1 to 86400 seconds") }
        guard data == nil || queue == nil else {
            throw ValidationError("--data and --queue each name a queue; give one of them")
        }
    }

    /// The settings in force for these flags.
    func settings(isForPeople: Bool = true) throws -> LoadedSettings {
        let directory = data.map { URL(filePath: $0).standardizedFileURL.path }
        let flags = ["queue.data_directory": directory, "worker.queue": queue]
        return try service.load(flags, isForPeople: isForPeople)
    }

    /// A connection to the queue, whether it is there or not.
    func client(_ settings: Settings) throws -> QueueClient {
        let patience = Duration.seconds(timeout)
        let security = try Transport.client(settings.worker)
        return try QueueClient(
            endpoint: settings.worker.queue,
            patience: patience,
            security: security,
            context: Context()
        )
    }

    /// The queue, where it runs; else its journal, where that is on this machine.
    ///
    /// - Throws: ``CommandError`` where neither is there.
    func inquiry() throws -> any Inquiry { try inquiry(settings().settings) }

    /// As ``inquiry()``, with settings that have been loaded already.
    func inquiry(_ settings: Settings) throws -> any Inquiry {
        guard queue == nil, settings.queue.journal == .sqlite else { return try client(settings) }
        let journal = URL(filePath: settings.queue.dataDirectory).appending(path: "journal.sqlite").path
        guard FileManager.default.fileExists(atPath: journal) else {
            let directory = settings.queue.dataDirectory
            throw CommandError(
                "there is no pipeline in \(directory); start one with `standpoint run` or `standpoint up`, or name"
                    + " another with --data or --queue"
            )
        }
        do {
            return try OfflineQueue(settings.queue)
        } catch let error as JournalError where error.code == .inUse {
            return try client(settings)
        }
    }
}

/// Whatever can be asked about articles: a queue that runs, or the journal of one that does not.
protocol Inquiry: AnyObject {
    /// - Throws: `ClientError` or `Refusal`.
    func askForBytes(
        _ what: Query.What,
        _ parameters: JSONObject,
        cursor: String?
    ) async throws -> (body: [UInt8], cursor: String?)
    func close() async
}

extension QueueClient: Inquiry {}

extension Inquiry {
    func ask(
        _ what: Query.What,
        _ parameters: JSONObject = [:],
        cursor: String? = nil
    ) async throws -> (answer: JSON, cursor: String?) {
        let (body, cursor) = try await askForBytes(what, parameters, cursor: cursor)
        return (try JSONReader.read(body, maximumDepth: QueueClient.maximumDepth), cursor)
    }
}
