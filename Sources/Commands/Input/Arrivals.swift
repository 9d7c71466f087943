internal import Documents
internal import Foundation
internal import Service

/// The files that come into folders, from a thread that waits for the system to tell of them.
final class Arrivals: Sendable {
    /// Paths in the order in which they came.
    let batches: AsyncThrowingStream<[String], any Error>
    /// Closed to end the thread's waiting.
    private let wakeup: FileHandle

    init(_ folders: [String]) {
        let pipe = Pipe()
        let end = pipe.fileHandleForReading
        wakeup = pipe.fileHandleForWriting
        let (stream, continuation) = AsyncThrowingStream<[String], any Error>.makeStream()
        batches = stream
        let thread = Thread {
            do throws(DocumentError) {
                let watch = try FolderWatch(folders)
                while true {
                    let paths = try watch.next(wakeup: end.fileDescriptor)
                    if case .terminated = continuation.yield(paths) { return }
                }
            } catch {
                continuation.finish(throwing: CommandError(error))
            }
        }
        thread.start()
    }

    func end() { try? wakeup.close() }
}
