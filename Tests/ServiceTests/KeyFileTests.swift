import Foundation
import Glibc
import TestSupport
import Testing
import Wire
import ZeroMQ

@testable import Service

struct KeyFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func path(_ name: String) -> String { directory.url.appending(path: name).path }

    private func file(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        chmod(path(name), mode)
        return path(name)
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    // MARK: Secret keys

    @Test func `a secret key comes back from its file, which is the owner's alone`() throws {
        let keys = try CurveKeyPair.generate()
        try SecretKeyFile.write(keys.secretKey, to: path("a.key"))
        #expect(mode(path("a.key")) == 0o600)
        #expect(try SecretKeyFile.read(path("a.key")) == keys.secretKey)
        #expect(try String(contentsOfFile: path("a.key"), encoding: .utf8) == keys.secretKey.exposedZ85() + "\n")
    }

    @Test func `a file that is there is never overwritten, nor is what a link names`() throws {
        let keys = try CurveKeyPair.generate()
        let old = try file("old.key", "precious")
        try FileManager.default.createSymbolicLink(atPath: path("link.key"), withDestinationPath: old)
        try FileManager.default.createSymbolicLink(atPath: path("dangling.key"), withDestinationPath: path("new"))
        for name in ["old.key", "link.key", "dangling.key"] {
            let reason = "\(path(name)): is there already; take another name, or --force to replace it"
            #expect(SecretKeyFile.exists(path(name)))
            #expect(throws: ServiceError(reason: reason)) { try SecretKeyFile.write(keys.secretKey, to: path(name)) }
        }
        #expect(try String(contentsOfFile: old, encoding: .utf8) == "precious")
        #expect(!SecretKeyFile.exists(path("new")))
        // Replacing replaces the name, not what a link leads to.
        try SecretKeyFile.write(keys.secretKey, to: path("link.key"), replaces: true)
        #expect(try String(contentsOfFile: old, encoding: .utf8) == "precious")
        #expect(try SecretKeyFile.read(path("link.key")) == keys.secretKey)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.url.path).count == 3)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o610, 0o777] as [mode_t])
    func `a secret that others can read is refused, with what to do`(mode: mode_t) throws {
        let key = try CurveKeyPair.generate().secretKey.exposedZ85()
        let path = try file("k", key, mode: mode)
        let error = try #require(throws: ServiceError.self) { try SecretKeyFile.read(path) }
        let number = "0" + String(mode, radix: 8)
        #expect(
            error.reason.hasPrefix(
                "\(path): others than its owner can read it (mode \(number)); run `chmod 600 \(path)`"
            )
        )
        #expect(!error.reason.contains(key))
    }

    @Test(arguments: [0o600, 0o400, 0o700] as [mode_t])
    func `a secret that its owner alone can read is taken`(mode: mode_t) throws {
        let keys = try CurveKeyPair.generate()
        #expect(try SecretKeyFile.read(file("k", keys.secretKey.exposedZ85(), mode: mode)) == keys.secretKey)
    }

    /// Owner, mode and user of the process; whether a secret may be relied on.
    static let owners: [(owner: uid_t, mode: mode_t, user: uid_t, isGood: Bool)] = [
        (1_000, 0o600, 1_000, true), (1_000, 0o640, 1_000, false), (1_000, 0o604, 1_000, false),
        // Root hands it to the group of the service.
        (0, 0o400, 1_000, true), (0, 0o440, 1_000, true), (0, 0o640, 1_000, true),
        (0, 0o660, 1_000, false), (0, 0o444, 1_000, false), (0, 0o450, 1_000, false),
        // Root itself needs nobody to hand it anything.
        (0, 0o600, 0, true), (0, 0o640, 0, false),
        (1_001, 0o600, 1_000, false), (1_001, 0o600, 0, false),
    ]

    @Test(arguments: owners)
    func `the owner is the process's user or root`(owner: uid_t, mode: mode_t, user: uid_t, isGood: Bool) {
        let check = { () throws(ServiceError) in
            try GuardedFile.check("k", .secret, owner: owner, mode: mode, user: user)
        }
        if isGood {
            #expect(throws: Never.self, performing: check)
        } else {
            #expect(throws: ServiceError.self, performing: check)
        }
    }

    @Test func `a key of another user is refused`() throws {
        let path = try file("k", try CurveKeyPair.generate().secretKey.exposedZ85())
        guard geteuid() == 0 else { return }  // only root can give files away
        chown(path, 54_321, 54_321)
        let reason = "\(path): belongs to user 54321; it must belong to the user 0 of this process, or to root"
        #expect(throws: ServiceError(reason: reason)) { try SecretKeyFile.read(path) }
    }

    @Test(arguments: [
        "", "short", "two words", String(repeating: "#", count: 40), String(repeating: "x", count: 5_000),
    ])
    func `what holds no key is refused`(text: String) throws {
        let path = try file("k", text)
        let error = try #require(throws: ServiceError.self) { try SecretKeyFile.read(path) }
        #expect(error.reason.hasPrefix("\(path): "))
    }

    @Test func `a folder, a pipe and nothing are no key files, and nothing waits`() throws {
        mkfifo(path("pipe"), 0o600)
        #expect(throws: ServiceError(reason: "\(path("pipe")): not a regular file")) {
            try SecretKeyFile.read(path("pipe"))
        }
        #expect(throws: ServiceError.self) { try SecretKeyFile.read(directory.url.path) }
        #expect(throws: ServiceError(reason: "\(path("none")): cannot be read: No such file or directory")) {
            try SecretKeyFile.read(path("none"))
        }
    }

    // MARK: The list of those who may connect

    @Test func `the list has a key, its roles and words for people`() throws {
        let (worker, both) = (try CurveKeyPair.generate().publicKey, try CurveKeyPair.generate().publicKey)
        // The last key that there is; lines end as on Windows as well.
        let last = try #require(CurvePublicKey(bytes: [UInt8](repeating: 0xFF, count: 32)))
        #expect(last.z85.hasPrefix("%nSc0"))
        let text = """
            # those who may connect
            #\(last.z85) worker
            \(worker.z85) worker # the newsroom, rack 3\r
            \t\(both.z85)   worker,client\r

            \(last.z85) observer
            """
        let list = try AuthorizedKeysFile.read(file("list", text))
        #expect(list == [worker: .worker, both: [.worker, .client], last: .observer])
        let line = AuthorizedKeysFile.line(both, [.client, .worker], comment: "a b")
        #expect(line == "\(both.z85) worker,client a b")
        #expect(try AuthorizedKeysFile.read(file("line", line)) == [both: [.worker, .client]])
    }

    @Test func `a line that is none is named`() throws {
        let key = try CurveKeyPair.generate().publicKey.z85
        let faults = [
            ("not-a-key worker", "1: not a CURVE public key of 40 characters"),
            ("\(key)", "1: the key has no role; write one after it: worker, client or observer"),
            (
                "\n\(key) boss",
                "2: \"boss\" is no role; write worker, client or observer, or several with commas between"
            ),
            (
                "\(key) worker\n#\n\(key) client",
                "3: the key is on line 1 already; write all its roles there, with commas between"
            ),
            ("\(key.dropLast()) worker", "1: not a CURVE public key of 40 characters"),
        ]
        for (text, reason) in faults {
            let path = try file("list", text)
            #expect(throws: ServiceError(reason: "\(path):\(reason)")) { try AuthorizedKeysFile.read(path) }
        }
    }

    @Test(arguments: [(0o644, true), (0o600, true), (0o664, false), (0o646, false)] as [(mode_t, Bool)])
    func `a list that others can change is refused`(mode: mode_t, isGood: Bool) throws {
        let path = try file("list", "", mode: mode)
        if isGood {
            #expect(try AuthorizedKeysFile.read(path) == [:])
        } else {
            let number = "0" + String(mode, radix: 8)
            let reason = "\(path): others than its owner can change it (mode \(number)); run `chmod go-w \(path)`"
            #expect(throws: ServiceError(reason: reason)) { try AuthorizedKeysFile.read(path) }
        }
    }
}
