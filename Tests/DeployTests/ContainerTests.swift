import Foundation
import Testing
import Yams

/// What docs/threat-model.md promises of processes in containers.
struct ContainerTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: UnitFile.root.appending(path: path), encoding: .utf8)
    }

    static let services = ["queue", "ingest", "segment", "stance"]

    @Test func `the image has a user of its own, and no shell for it`() throws {
        let lines = try Self.text("Containerfile").split(separator: "\n")
        let last = try #require(lines.last { $0.hasPrefix("USER ") })
        #expect(last == "USER 10001:10001")
        #expect(lines.contains { $0.contains("--uid 10001") && $0.contains("/usr/sbin/nologin") })
        // Nothing comes after that could make it another's.
        #expect(lines.count { $0.hasPrefix("USER ") } == 1)
    }

    @Test func `compose gives each process a read-only root and no network`() throws {
        let compose = try #require(try Yams.compose(yaml: Self.text("compose.yaml"))?.mapping)
        let services = try #require(compose["services"]?.mapping)
        #expect(Set(services.keys.compactMap(\.string)) == Set(Self.services))
        for name in Self.services {
            let service = try #require(services[Node(name)]).flattened
            #expect(service["read_only"]?.bool == true, "\(name)")
            #expect(service["network_mode"]?.string == "none", "\(name)")
            #expect(service["cap_drop"]?.array().compactMap(\.string) == ["ALL"], "\(name)")
            #expect(service["security_opt"]?.array().compactMap(\.string) == ["no-new-privileges"], "\(name)")
            #expect(service["user"] == nil && service["privileged"] == nil && service["cap_add"] == nil, "\(name)")
            #expect(service["mem_limit"] != nil && service["pids_limit"] != nil, "\(name)")
            // The journal is the queue's alone.
            let volumes = service["volumes"]?.array().compactMap(\.string) ?? []
            #expect(volumes.contains { $0.hasPrefix("journal:") } == (name == "queue"), "\(name)")
        }
    }

    @Test func `over a network compose demands keys, and loosens nothing`() throws {
        let compose = try #require(try Yams.compose(yaml: Self.text("compose.network.yaml"))?.mapping)
        let services = try #require(compose["services"]?.mapping)
        for name in Self.services {
            let service = try #require(services[Node(name)]).flattened
            let allowed: Set = ["network_mode", "ports", "command", "environment", "secrets"]
            #expect(Set(service.keys).subtracting(allowed) == [], "\(name)")
            #expect(service["network_mode"]?.string == "bridge")
            let variables = try #require(service["environment"]?.flattened)
            let own = name == "queue" ? "QUEUE" : "WORKER"
            #expect(variables["STANDPOINT_\(own)_SECRET_KEY_FILE"]?.string?.hasPrefix("/run/secrets/") == true)
            #expect((service["ports"] != nil) == (name == "queue"), "\(name)")
        }
        let queue = try #require(services["queue"]?.flattened["environment"]?.flattened)
        #expect(queue["STANDPOINT_QUEUE_AUTHORIZED_KEYS"]?.string == "/run/secrets/authorized-keys")
    }

    @Test(arguments: ["kubernetes.yaml", "kubernetes-network.yaml"])
    func `pods are unprivileged, with a read-only root`(_ file: String) throws {
        let documents = try Array(Yams.compose_all(yaml: Self.text(file)))
        let sets = documents.filter { ["StatefulSet", "Deployment"].contains($0["kind"]?.string) }
        #expect(sets.count == 4)
        for set in sets {
            let pod = try #require(set["spec"]?["template"]?["spec"])
            #expect(pod["automountServiceAccountToken"]?.bool == false)
            // Else a service would set STANDPOINT_QUEUE_PORT and the like, which are no settings, and no process would start.
            #expect(pod["enableServiceLinks"]?.bool == false)
            #expect(pod["hostNetwork"] == nil && pod["hostPID"] == nil)
            let user = try #require(pod["securityContext"])
            #expect(user["runAsNonRoot"]?.bool == true)
            #expect(user["runAsUser"]?.int == 10_001)
            #expect(user["seccompProfile"]?["type"]?.string == "RuntimeDefault")
            for container in pod["containers"]?.array() ?? [] {
                let context = try #require(container["securityContext"])
                #expect(context["allowPrivilegeEscalation"]?.bool == false)
                #expect(context["readOnlyRootFilesystem"]?.bool == true)
                #expect(context["capabilities"]?["drop"]?.array().compactMap(\.string) == ["ALL"])
                #expect(container["resources"]?["limits"]?["memory"] != nil)
            }
        }
        #expect(documents.contains { $0["kind"]?.string == "NetworkPolicy" })
    }

    @Test func `over a network every pod has a key, which only its group can read`() throws {
        let documents = try Array(Yams.compose_all(yaml: Self.text("kubernetes-network.yaml")))
        for set in documents where ["StatefulSet", "Deployment"].contains(set["kind"]?.string) {
            let pod = try #require(set["spec"]?["template"]?["spec"])
            let keys = try #require(pod["volumes"]?.array().first { $0["name"]?.string == "keys" })
            #expect(keys["secret"]?["defaultMode"]?.string == "0440")
            let variables = pod["containers"]?.array().first?["env"]?.array().compactMap { $0["name"]?.string } ?? []
            let own = set["kind"]?.string == "StatefulSet" ? "QUEUE" : "WORKER"
            #expect(variables.contains("STANDPOINT_\(own)_SECRET_KEY_FILE"))
        }
    }
}

extension Node {
    /// The members, with those of `<<` beneath them.
    fileprivate var flattened: [String: Node] {
        guard let mapping else { return [:] }
        var members: [String: Node] = [:]
        for (key, value) in mapping where key.string == "<<" { members = value.flattened }
        for (key, value) in mapping where key.string != "<<" { members[key.string ?? ""] = value }
        return members
    }
}
