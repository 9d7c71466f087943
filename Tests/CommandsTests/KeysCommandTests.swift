import ArgumentParser
import Commands
import Foundation
import Service
import Testing
import Wire
import ZeroMQ

struct KeysCommandTests {
    private let directory = NSTemporaryDirectory() + "keys-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { directory + "/" + name }

    @Test func `a pair is made: the secret in a file, the public key printed alone`() throws {
        let file = path("queue.key")
        let made = try outcome(of: KeysGenerateCommand.self, [file])
        let key = try SecretKeyFile.read(file).publicKey
        #expect(made == Outcome(output: "\(key.z85)\n", errors: [], status: .success))
        #expect(try outcome(of: KeysShowCommand.self, [file]) == made)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `with a role it is a line of the list of those who may connect`() throws {
        let files = [path("a.key"), path("b.key")]
        let made = try outcome(of: KeysGenerateCommand.self, files + ["--role", "client,worker"])
        let keys = try files.map { try SecretKeyFile.read($0).publicKey }
        #expect(made.output == "\(keys[0]) worker,client a.key\n\(keys[1]) worker,client b.key\n")
        let list = path("list")
        try Data(made.output.utf8).write(to: URL(filePath: list))
        #expect(try AuthorizedKeysFile.read(list) == [keys[0]: [.worker, .client], keys[1]: [.worker, .client]])
        let shown = try outcome(
            of: KeysShowCommand.self,
            [files[0], "--role", "observer", "--comment", "the wall screen"]
        )
        #expect(shown.output == "\(keys[0]) observer the wall screen\n")
    }

    @Test func `a file that is there stays, and nothing is made, unless it is forced`() throws {
        let (old, new) = (path("old.key"), path("new.key"))
        try outcome(of: KeysGenerateCommand.self, [old]).requireSuccess()
        let key = try SecretKeyFile.read(old)
        let refused = try outcome(of: KeysGenerateCommand.self, [new, old])
        let reason = "\(old): is there already; take another name, or --force to replace it"
        #expect(refused == Outcome(output: "", errors: [reason], status: .usage))
        #expect(!SecretKeyFile.exists(new))
        #expect(try SecretKeyFile.read(old) == key)
        try outcome(of: KeysGenerateCommand.self, [new, old, "--force"]).requireSuccess()
        #expect(try SecretKeyFile.read(old) != key)
        #expect(SecretKeyFile.exists(new))
    }

    @Test func `a key that others can read is not even shown`() throws {
        let file = path("loose.key")
        try outcome(of: KeysGenerateCommand.self, [file]).requireSuccess()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        let refused = try outcome(of: KeysShowCommand.self, [file])
        #expect(refused.status == .usage)
        #expect(refused.output == "")
        #expect(refused.errors.first?.contains("run `chmod 600 \(file)`") == true)
    }

    @Test func `where no file can be made, it says so`() throws {
        let refused = try outcome(of: KeysGenerateCommand.self, [path("none/a.key")])
        let reason = "\(path("none/a.key")): cannot be written: No such file or directory"
        #expect(refused == Outcome(output: "", errors: [reason], status: .failure))
    }

    @Test(arguments: [
        [], ["a", "a"], ["a", "--role", "boss"], ["a", "--role", ""], ["a", "--comment", "x"],
        ["a", "--role", "worker", "--comment", "two\nlines"],
    ])
    func `a wrong call is refused before anything is made`(arguments: [String]) {
        #expect(throws: (any Error).self) { try KeysGenerateCommand.parse(arguments) }
        #expect(!SecretKeyFile.exists("a"))
    }
}

extension Outcome {
    fileprivate func requireSuccess() throws { try #require(status == .success, "\(errors)") }
}
