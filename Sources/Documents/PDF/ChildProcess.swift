#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Runs a shell script on bytes and takes what it writes, within bounds of size and time.
enum ChildProcess {
    struct Outcome: Hashable {
        /// The exit status; 128 and the signal's number where one ended it.
        let status: Int32
        let output: [UInt8]
    }

    enum Failure: Error, Hashable {
        case tooMuch, tooLong
        case system(String)
    }

    /// - Parameters:
    ///   - script: For `/bin/sh`; its standard input is a file with `input`, its errors go nowhere.
    ///   - limit: The most bytes of output.
    static func run(
        _ script: String,
        input: [UInt8],
        limit: Int,
        time: Duration
    ) throws(Failure) -> Outcome {
        let file = try temporary(input)
        defer { fclose(file) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw system() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process: pid_t
        do throws(Failure) { process = try spawn(script, input: fileno(file), output: ends[1]) } catch {
            close(ends[0])
            close(ends[1])
            throw error
        }
        close(ends[1])
        defer { close(ends[0]) }
        do throws(Failure) {
            let output = try read(ends[0], limit: limit, until: .now + time)
            return Outcome(status: wait(process), output: output)
        } catch {
            kill(process, SIGKILL)
            _ = wait(process)
            throw error
        }
    }

    /// A file without a name, which can be read from anywhere in it, as PDF needs.
    private static func temporary(_ bytes: [UInt8]) throws(Failure) -> UnsafeMutablePointer<FILE> {
        guard let file = tmpfile() else { throw system() }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0,
            lseek(fileno(file), 0, SEEK_SET) == 0
        else {
            defer { fclose(file) }
            throw system()
        }
        return file
    }

    private static func spawn(_ script: String, input: Int32, output: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(script), nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ)
        guard status == 0 else { throw .system(String(cString: strerror(status))) }
        return process
    }

    private static func read(
        _ descriptor: Int32,
        limit: Int,
        until end: ContinuousClock.Instant
    ) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let left = (end - .now) / .milliseconds(1)
            guard left > 0 else { throw .tooLong }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Int32(left.rounded(.up))) >= 0 || errno == EINTR else { throw system() }
            guard request.revents != 0 else { continue }
            let count = system_read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw system() }
            if count == 0 { return output }
            output += buffer[..<count]
            guard output.count <= limit else { throw .tooMuch }
        }
    }

    private static func wait(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // The macros WIFEXITED and WEXITSTATUS of <sys/wait.h>.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }

    private static func system() -> Failure { .system(String(cString: strerror(errno))) }
}

/// The system's function, beside a method of the same name.
private func system_read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
