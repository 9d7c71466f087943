import Testing

/// What docs/threat-model.md promises of processes under systemd.
struct UnitTests {
    static let units = ["systemd/standpoint-queue.service", "systemd/standpoint-worker@.service"]

    @Test(arguments: units)
    func `a process is nobody in particular, and can change nothing but its own`(_ path: String) throws {
        let unit = try UnitFile(path)
        let demanded = [
            "User": "standpoint", "Group": "standpoint", "UMask": "0077", "NoNewPrivileges": "yes",
            "CapabilityBoundingSet": "", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
            "PrivateDevices": "yes", "PrivateNetwork": "yes", "RestrictAddressFamilies": "AF_UNIX",
            "RestrictNamespaces": "yes", "RestrictSUIDSGID": "yes", "LockPersonality": "yes",
            "MemoryDenyWriteExecute": "yes", "SystemCallArchitectures": "native", "ProtectKernelTunables": "yes",
            "ProtectKernelModules": "yes", "ProtectControlGroups": "yes", "ProtectProc": "invisible",
        ]
        for (setting, value) in demanded { #expect(unit.service[setting] == [value], "\(setting)") }
        #expect(unit.service["SystemCallFilter"] == ["@system-service", "~@privileged"])
        // A read-only system has no exceptions but what systemd makes for the service itself.
        for setting in ["ReadWritePaths", "AmbientCapabilities", "BindPaths"] { #expect(unit.service[setting] == nil) }
        // Memory and tasks have an end.
        #expect(unit.service["MemoryMax"]?.count == 1)
        #expect(unit.service["TasksMax"]?.count == 1)
    }

    @Test func `the journal is the queue's alone`() throws {
        let queue = try UnitFile(Self.units[0])
        #expect(queue.service["StateDirectoryMode"] == ["0700"])
        #expect(queue.service["RuntimeDirectoryMode"] == ["0750"])
        let worker = try UnitFile(Self.units[1])
        #expect(worker.service["StateDirectory"] == nil)
        #expect(worker.service["InaccessiblePaths"] == ["-/var/lib/standpoint"])
    }

    @Test func `HTTP is opened to this machine alone, and with a token`() throws {
        let extra = try UnitFile("systemd/http.d/standpoint-queue.conf")
        #expect(extra.service["LoadCredential"] == ["http.token:/usr/local/etc/standpoint/keys/http.token"])
        let environment = [
            "STANDPOINT_QUEUE_HTTP=127.0.0.1:8080", "STANDPOINT_QUEUE_HTTP_TOKEN_FILE=%d/http.token",
        ]
        #expect(extra.service["Environment"] == environment)
        #expect(extra.service["IPAddressDeny"] == ["any"])
        #expect(extra.service["IPAddressAllow"] == ["localhost"])
        #expect(extra.service["RestrictAddressFamilies"] == ["AF_UNIX AF_INET AF_INET6"])
        let known = [
            "Environment", "IPAddressAllow", "IPAddressDeny", "LoadCredential", "PrivateNetwork",
            "RestrictAddressFamilies",
        ]
        #expect(extra.service.keys.sorted() == known)
    }

    @Test(arguments: units)
    func `a network is opened with a key that systemd hands over, and nothing else is`(_ path: String) throws {
        let extra = try UnitFile(path + ".d/network.conf")
        let isQueue = path == Self.units[0]
        let (role, variable) = isQueue ? ("queue", "QUEUE") : ("worker", "WORKER")
        #expect(extra.service["LoadCredential"] == ["\(role).key:/usr/local/etc/standpoint/keys/\(role).key"])
        #expect(extra.service["Environment"] == ["STANDPOINT_\(variable)_SECRET_KEY_FILE=%d/\(role).key"])
        #expect(extra.service["PrivateNetwork"] == ["no"])
        #expect(extra.service["RestrictAddressFamilies"] == ["AF_UNIX AF_INET AF_INET6"])
        let known = [
            "ExecStart", "ExecReload", "LoadCredential", "Environment", "PrivateNetwork", "RestrictAddressFamilies",
        ]
        #expect(Set(extra.service.keys).subtracting(known) == [])
        // The command is the unit's own, without the address, which the configuration file has then.
        let plain = try #require(try UnitFile(path).service["ExecStart"]?.last)
        let flag = isQueue ? " --endpoint" : " --queue"
        let own = plain.replacing("\(flag) ipc:///run/standpoint/queue.sock", with: "")
        #expect(extra.service["ExecStart"] == ["", own])
        #expect(own != plain)
    }
}
