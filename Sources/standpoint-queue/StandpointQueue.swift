import ArgumentParser
import Logging
import Queue
import QueueServer
import Service
import Settings
import ZeroMQ

/// The queue: keeps articles in its journal, and hands them to the workers of each stage.
@main
struct StandpointQueue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standpoint-queue",
        abstract: "Keep articles and hand them to workers, stage by stage.",
        discussion: """
            Accepted means on disk. Stop it with SIGTERM: it takes the answers that workers still owe, and leaves; start \
            it again and it goes on where it was.

            Example: standpoint-queue --data /var/lib/standpoint --endpoint ipc:///run/standpoint/queue.sock
            """
    )

    @OptionGroup var service: ServiceOptions

    @Option(help: "Keep the journal in this directory, made where it does not exist.")
    var data: String?

    @Option(help: "Listen here: ipc://PATH or tcp://127.0.0.1:PORT.")
    var endpoint: String?

    @Option(help: "Take articles by HTTP here, such as 127.0.0.1:8080.")
    var http: String?

    func run() async throws {
        let flags = ["queue.data_directory": data, "queue.endpoint": endpoint, "queue.http": http]
        let loaded = try service.load(flags).settings
        let settings = loaded.queue
        let logger = Logger(label: "queue")
        var adjusted = try QueueService.options(settings, parent: service.parent)
        adjusted.findsNearDuplicates = loaded.pipeline.nearDuplicates != .off
        let entrance = HTTPEntrance(try QueueService.http(settings, &adjusted))
        let options = adjusted
        let parent = service.parent
        let control = try QueueServerControl { _ in ServiceProcess.tellReady(parent: parent) }
        let context = try QueueService.context()
        let gate = try await QueueService.gate(options, context)
        let reload = await KeyReload.start(settings, options, logger: logger)
        defer { reload?.cancel() }
        let drain: @Sendable () -> Void = {
            entrance.drain()
            control.drain()
        }
        try await ServiceProcess.run(endsOnHangUp: reload == nil, drain: drain, stop: control.stop) {
            let journal = try QueueService.openJournal(settings, patience: QueueService.journalPatience) { error in
                logger.notice("waiting", metadata: ["reason": "\(error)"])
            }
            // After the journal, which is the lock: a successor binds the address when its predecessor has let go of it.
            try entrance.open(context, logger)
            let end = Result { try serve(journal, options, control, context, logger) }
            entrance.close()
            try end.get()
            // The journal is the lock by which a successor waits. It must not have it before the socket is gone: libzmq
            // deletes the socket's file as it closes, and that might be the successor's.
            ServiceProcess.wait(atMost: ServiceProcess.farewell) {
                await gate.close()
                await context.terminate()
            }
            try journal.close()
        }
    }

    /// Serves until told to stop. The server and its socket are gone when this returns.
    private func serve(
        _ journal: any Journal,
        _ options: QueueServerOptions,
        _ control: QueueServerControl,
        _ context: Context,
        _ logger: Logger
    ) throws {
        try QueueServer(journal: journal, options: options, control: control, context: context, logger: logger).run()
    }

    static func main() async { await Exit.main(Self.self) }
}
