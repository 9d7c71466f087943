package import ArgumentParser
internal import Article
internal import Foundation
internal import Glibc
internal import Logging
package import Settings
internal import Wire
package import Worker
internal import ZeroMQ

/// The flags of a worker, and its life from start to end.
package struct WorkerService: ParsableArguments {
    @OptionGroup package var service: ServiceOptions

    @Option(help: "Where the queue listens, such as ipc:///run/standpoint/queue.sock or tcp://127.0.0.1:5555.")
    package var queue: String?

    @Option(help: "Work for the local queue whose data is in this directory.")
    package var data: String?

    package init() {}

    /// Runs a worker until it is told to stop.
    ///
    /// - Parameters:
    ///   - targets: Files of targets, with commas between them, over those that the settings name.
    ///   - nearDuplicates: What is to be done about them, over what the settings say.
    ///   - model: What scores stances, over what the settings name.
    ///   - makeHandler: Makes the stage, from the settings.
    package func run(
        targets: String? = nil,
        nearDuplicates: String? = nil,
        model: String? = nil,
        _ makeHandler: (_ settings: Settings) throws -> any TaskHandler
    ) async throws {
        var flags = ["worker.queue": queue, "queue.data_directory": data, "pipeline.targets": targets]
        flags["pipeline.near_duplicates"] = nearDuplicates
        flags["stance.model"] = model
        let settings = try service.load(flags).settings
        MemoryLimit.apply(settings.worker.memoryLimit.bytes, slots: settings.worker.slots)
        let handler = try makeHandler(settings)
        let logger = Logger(label: handler.stage.text)
        var options = WorkerOptions(queue: settings.worker.queue, software: Software.name)
        options.credit = Credit(tasks: settings.worker.creditTasks, bytes: settings.worker.creditBytes.bytes)
        options.security = try Transport.client(settings.worker)
        options.slots = settings.worker.slots
        options.drainTimeout = settings.worker.drainTimeout
        options.reconnect = settings.worker.reconnectBase
        options.maximumReconnect = settings.worker.reconnectMax
        options.memoryLimit = settings.worker.memoryLimit.bytes > 0 ? settings.worker.memoryLimit.bytes : nil
        let parent = service.parent
        options.whenServing = { ServiceProcess.tellReady(parent: parent) }
        options.isOrphaned = ServiceProcess.orphanCheck(parent: service.parent)
        let control = try WorkerControl()
        let context = try Context()
        let final = options
        do {
            try await ServiceProcess.run(drain: control.drain, stop: control.stop) {
                var random = SystemRandomNumberGenerator()
                let now = Int(Date().timeIntervalSince1970 * 1_000)
                let id = WorkerID(milliseconds: now, using: &random)
                let end = Result {
                    try Worker(handler, id: id, options: final, control: control, context: context, logger: logger)
                        .run()
                }
                // Only when this returns have the last answers and the `bye` left the process.
                ServiceProcess.wait(atMost: ServiceProcess.farewell) { await context.terminate() }
                try end.get()
            }
        } catch let fault as WorkerFault {
            logger.critical("ending", metadata: ["code": "\(fault.code.rawValue)", "reason": "\(fault.reason)"])
            // Not exit(3): its handlers would run beside a thread that can't be stopped.
            _exit(ExitStatus.failure.rawValue)
        }
    }
}
