internal import VisibleText

extension SettingKey.Derived {
    /// `$XDG_STATE_HOME/standpoint`, else `~/.local/state/standpoint` (XDG Base Directory Specification 0.8, by which a
    /// relative `XDG_STATE_HOME` is invalid and ignored).
    static let dataDirectory = Self(text: "$XDG_STATE_HOME/standpoint, else ~/.local/state/standpoint") {
        (settings, environment) throws(SettingsProblem) in
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            settings.queue.dataDirectory = Self.joined(state, "standpoint")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            settings.queue.dataDirectory = Self.joined(home, ".local/state/standpoint")
        } else {
            throw SettingsProblem(
                code: .noDefault,
                key: "queue.data_directory",
                source: .default,
                description: "queue.data_directory: there is no default, because neither XDG_STATE_HOME nor HOME"
                    + " is an absolute path; set it"
            )
        }
    }

    /// A socket in the data directory.
    static let queueEndpoint = Self(text: "ipc://DATA/queue.sock, DATA being queue.data_directory") {
        (settings, _) throws(SettingsProblem) in
        let endpoint = "ipc://" + Self.joined(settings.queue.dataDirectory, "queue.sock")
        guard TextRules.isEndpoint(endpoint, allowsWildcard: true) else {
            throw SettingsProblem(
                code: .noDefault,
                key: "queue.endpoint",
                source: .default,
                description: "queue.endpoint: there is no default, because queue.data_directory"
                    + " (\(VisibleText.quoted(settings.queue.dataDirectory))) is too long for a socket in it"
                    + " (107 bytes); set it to ipc:// and a shorter path"
            )
        }
        settings.queue.endpoint = endpoint
    }

    /// Where the queue listens; the loopback address where it listens on all.
    static let workerQueue = Self(text: "queue.endpoint, with 127.0.0.1 for a wildcard") {
        (settings, _) throws(SettingsProblem) in
        settings.worker.queue = settings.queue.endpoint
        for (wildcard, loopback) in [("*", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("[::]", "[::1]")] {
            guard let port = settings.queue.endpoint.removingPrefix("tcp://\(wildcard):") else { continue }
            settings.worker.queue = "tcp://\(loopback):\(port)"
        }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
