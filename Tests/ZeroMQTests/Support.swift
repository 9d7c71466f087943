import FoundationEssentials
import Synchronization
import Testing
import ZeroMQ

/// The three transports every test of behaviour runs on.
enum Transport: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case inproc, ipc, tcp

    private static let serial = Atomic<Int>(0)

    /// An endpoint to bind that no other test uses; `lastEndpoint` then tells where it is.
    var endpoint: String {
        let number = Self.serial.wrappingAdd(1, ordering: .relaxed).newValue
        return switch self {
        case .inproc: "inproc://test-\(number)"
        case .ipc: "ipc://" + TemporaryDirectory.shared.file("\(number).sock")
        case .tcp: "tcp://127.0.0.1:*"
        }
    }

    var testDescription: String { rawValue }
}

/// A directory for ipc sockets, short enough for their 107 bytes.
struct TemporaryDirectory: Sendable {
    static let shared = TemporaryDirectory()

    let path: String

    init() {
        path = "/tmp/zeromq-tests-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Long enough for the slowest machine: a wait that ends by it is a failure.
let patience = Duration.seconds(20)

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

extension SocketOptions {
    /// Options with some changed.
    static func with(_ change: (inout SocketOptions) -> Void) -> SocketOptions {
        var options = SocketOptions()
        change(&options)
        return options
    }
}

extension Socket {
    /// Receives one whole message as arrays, waiting on this thread.
    borrowing func awaitFrames() throws -> [[UInt8]] {
        let found = try wait(for: .input, timeout: patience)
        try #require(found.contains(.input), "nothing came")
        guard let message = try receiveMultipart() else { return [] }
        return message.frames
    }

    /// Sends one message, waiting on this thread until there is room.
    borrowing func awaitSend(_ frames: [UInt8]...) throws {
        var message = Multipart()
        for frame in frames { message.append(copying: frame) }
        while try !send(&message) {
            let found = try wait(for: .output, timeout: patience)
            try #require(found.contains(.output), "no room came")
        }
    }
}

extension Multipart {
    /// Copies of all frames.
    var frames: [[UInt8]] { (0..<count).map { array($0) } }
}

/// The error that `body` throws.
func failure(_ body: () throws -> Void) -> ZeroMQError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ZeroMQError
    }
}
