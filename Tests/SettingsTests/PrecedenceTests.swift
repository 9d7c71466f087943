import Logging
import Settings
import Telemetry
import Testing

@Suite struct PrecedenceTests {
    @Test func `flags win over the environment, it over the file, and the file over the defaults`() throws {
        let yaml = "queue:\n  max_attempts: 4\n  max_workers: 4\n  max_articles: 4\n"
        let environment = ["STANDPOINT_QUEUE_MAX_ATTEMPTS": "5", "STANDPOINT_QUEUE_MAX_WORKERS": "5"]
        let loaded = try TestInput.load(flags: ["queue.max_attempts": "6"], environment: environment, yaml: yaml)
        #expect(loaded.settings.queue.maxAttempts == 6)
        #expect(loaded.settings.queue.maxWorkers == 5)
        #expect(loaded.settings.queue.maxArticles == 4)
        #expect(loaded.settings.queue.heartbeat == .milliseconds(500))
        #expect(loaded.resolved[key: "queue.max_attempts"]?.source == .flag("--queue.max_attempts"))
        #expect(
            loaded.resolved[key: "queue.max_workers"]?.source == .environment("STANDPOINT_QUEUE_MAX_WORKERS")
        )
        #expect(loaded.resolved[key: "queue.max_articles"]?.source == .file(path: "test.yaml", line: 4))
        #expect(loaded.resolved[key: "queue.heartbeat"]?.source == .default)
    }

    @Test(arguments: SettingKey.all.map(\.name))
    func `every key is read from its environment variable`(name: String) throws {
        let key = try #require(SettingKey.all.first { $0.name == name })
        let defaults = try TestInput.load().resolved
        let value = try #require(defaults.entries.first { $0.key == name }?.value)
        let loaded = try TestInput.load(environment: [key.environmentName: value])
        #expect(loaded.resolved[key: name]?.source == .environment(key.environmentName))
        #expect(loaded.resolved[key: name]?.value == value)
    }

    @Test func `all kinds of values mean the same in flags, environment and file`() throws {
        let yaml = """
            queue:
              stages: [ingest, "stance"] # two
              heartbeat: 1s
              dead_after: 1m
              max_body: '64KB'
              journal: memory
            pipeline:
              targets:
                - ~/a.yaml
                - b.yaml
            log:
              level: debug
              format: json
            """
        let texts = [
            "queue.stages": "ingest,stance", "queue.heartbeat": "1s", "queue.dead_after": "1m",
            "queue.max_body": "64KB", "queue.journal": "memory", "pipeline.targets": "~/a.yaml,b.yaml",
            "log.level": "debug", "log.format": "json",
        ]
        let variables = texts.map { name, text in
            ("STANDPOINT_" + String(name.uppercased().map { $0 == "." ? "_" : $0 }), text)
        }
        let fromFile = try TestInput.load(yaml: yaml).settings
        #expect(fromFile.queue.stages == ["ingest", "stance"])
        #expect(fromFile.queue.heartbeat == .seconds(1))
        #expect(fromFile.queue.deadAfter == .seconds(60))
        #expect(fromFile.queue.maxBody == ByteCount(64_000))
        #expect(fromFile.queue.journal == .memory)
        #expect(fromFile.pipeline.targets == ["/home/ada/a.yaml", "b.yaml"])
        #expect(fromFile.log.level == .debug)
        #expect(fromFile.log.format == .json)
        #expect(try TestInput.load(flags: texts).settings == fromFile)
        #expect(try TestInput.load(environment: Dictionary(uniqueKeysWithValues: variables)).settings == fromFile)
    }

    @Test func `the data directory follows the state directory, and the endpoints follow it`() throws {
        let home = try TestInput.load().settings
        #expect(home.queue.dataDirectory == "/home/ada/.local/state/standpoint")
        #expect(home.queue.endpoint == "ipc:///home/ada/.local/state/standpoint/queue.sock")
        #expect(home.worker.queue == home.queue.endpoint)
        let state = try TestInput.load(environment: ["XDG_STATE_HOME": "/var/s"]).settings
        #expect(state.queue.dataDirectory == "/var/s/standpoint")
        let relative = try TestInput.load(environment: ["XDG_STATE_HOME": "s"]).settings
        #expect(relative.queue.dataDirectory == "/home/ada/.local/state/standpoint")
        let flag = try TestInput.load(flags: ["queue.data_directory": "/d/"]).settings
        #expect(flag.worker.queue == "ipc:///d/queue.sock")
        let wildcard = try TestInput.load(flags: ["queue.endpoint": "tcp://*:5555"]).settings
        #expect(wildcard.worker.queue == "tcp://127.0.0.1:5555")
    }

    @Test func `the text for all workers becomes one flag for each`() throws {
        let flags = try Settings.workerFlags("ingest=3,stance=0")
        #expect(flags == ["pipeline.workers.ingest": "3", "pipeline.workers.stance": "0"])
        for text in ["", "ingest", "ingest=1,", "ingest=1,ingest=2", "=1"] {
            let error = #expect(throws: SettingsError.self) { try Settings.workerFlags(text) }
            #expect(
                error?.description == "\"\(text)\" (flag --workers) is not allowed;"
                    + " expected each worker once, as in ingest=1,segment=1,stance=2"
            )
        }
    }

    @Test func `the folder of the models has a short variable of its own`() throws {
        #expect(try TestInput.load().settings.stance.models == "")
        #expect(try TestInput.load(environment: ["STANDPOINT_MODELS": "/m"]).settings.stance.models == "/m")
        let both = try TestInput.load(environment: ["STANDPOINT_MODELS": "/m", "STANDPOINT_STANCE_MODELS": "/n"])
        #expect(both.settings.stance.models == "/n")
        #expect(
            TestInput.failure(flags: ["stance.model": "bsae"]).contains("expected base, small, lexicon, or the path")
        )
        #expect(
            try TestInput.load(flags: ["stance.model": "/m/x.safetensors"]).settings.stance.model == "/m/x.safetensors"
        )
    }
}
