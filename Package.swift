// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// The binding touches raw memory; the compiler marks each place where it does.
let bindingSettings = settings + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let deques = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let heaps = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let orderedCollections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A library that only this package uses.
func library(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    _ swiftSettings: [SwiftSetting] = settings
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "standpoint",
    products: [
        .library(name: "ZeroMQ", targets: ["ZeroMQ"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // libzmq, from the system; and libzmq for Swift, which could be published by itself.
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        library("ZeroMQ", ["CZeroMQ"], bindingSettings),

        // libgumbo, from the system: HTML as browsers read it.
        .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),

        // Foreign text in messages, fit to be shown.
        library("VisibleText"),

        // JSON that is strict, bounded, and keeps what it does not know; the document that flows through the pipeline.
        library("JSON", [orderedCollections]),
        library("Article", ["JSON"]),

        // The three stages, as pure functions of the article; all three in one process; how good they are.
        library("Ingest", ["Article", "CGumbo", "JSON", crypto]),
        // From bytes to text, by what is said of their encoding or what can be seen; for all who take bytes.
        library("TextEncoding"),
        // The classes of many bytes at once by the processor's own instructions, which Swift has no names for.
        .target(name: "CByteMasks"),
        library("Segmentation", ["Article", "CByteMasks"]),
        library("Stance", ["Article", "Inference", "VisibleText", yams]),
        // A learned model of stances, from its file to probabilities. The arithmetic is in C, for the processors' vectors.
        library("Inference", ["CKernels", "JSON", "VisibleText", crypto]),
        .target(
            name: "CKernels",
            // Without optimisation a debug build would be a hundred times slower, and its tests with it.
            cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]
        ),
        library("Pipeline", ["Article", "Documents", "Ingest", "JSON", "Segmentation", "Stance", "Wire"]),
        library("Evaluation", ["Article", "JSON"]),

        // The protocol as types; the queue's rules without any I/O; its journal in an SQLite file; the shell around both.
        library("Wire", ["JSON", crypto]),
        library("Queue", ["JSON", "Wire", deques, heaps]),
        library("QueueSQLite", ["Queue", "Wire", grdb]),
        library("QueueServer", ["JSON", "Queue", "Wire", "ZeroMQ", logging]),

        // HTTP in front of the queue, for those who speak no ZeroMQ.
        library(
            "QueueHTTP",
            [
                "Article", "JSON", "TextEncoding", "Wire", "ZeroMQ", crypto, httpTypes, hummingbird, hummingbirdCore,
                logging, nioCore, nioHTTPTypes, serviceLifecycle,
            ]
        ),

        // What all workers share; what asks the queue.
        library("Worker", ["Article", "JSON", "Wire", "ZeroMQ", logging]),
        library("Client", ["JSON", "Wire", "ZeroMQ"]),

        // Connections that would take the last open files are turned away; see its header.
        .target(name: "CAcceptLimit"),

        // Settings and logs; how a process of ours starts and ends; a queue and its workers as child processes.
        library("Settings", ["Telemetry", "VisibleText", configuration, logging]),
        library("Telemetry", [logging]),
        library(
            "Service",
            [
                "Article", "CAcceptLimit", "Queue", "QueueHTTP", "QueueServer", "QueueSQLite", "Settings", "Telemetry",
                "Wire", "Worker", "ZeroMQ",
                argumentParser, logging, unixSignals,
            ]
        ),
        library("LocalPipeline", [logging, subprocess, systemPackage]),

        // Files, folders and streams as submissions; the command line, as a library, so that it can be tested.
        // zlib, from the system, for compressed files and web archives.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        library("Documents", ["Article", "CZlib", "JSON", "TextEncoding"]),
        // Pages of the web as submissions. What a page or a name may lead to is checked here, in one place.
        library("Fetch", ["JSON", asyncHTTPClient, nioCore, nioHTTP1]),
        library(
            "Commands",
            [
                "Article", "Client", "Documents", "Evaluation", "Fetch", "JSON", "LocalPipeline", "Pipeline", "Queue",
                "QueueSQLite", "Segmentation", "Service", "Settings", "Stance", "Telemetry", "TextEncoding", "Wire",
                "ZeroMQ",
                argumentParser, logging, unixSignals,
            ]
        ),

        program("standpoint", ["Commands", "Service"]),
        program(
            "standpoint-queue",
            ["Queue", "QueueServer", "Service", "Settings", "ZeroMQ", argumentParser, logging]
        ),
        program(
            "standpoint-ingest",
            ["Article", "Ingest", "Service", "Settings", "Wire", "Worker", argumentParser]
        ),
        program("standpoint-segment", ["Segmentation", "Service", "Worker", argumentParser]),
        program("standpoint-stance", ["Pipeline", "Service", "Settings", "Stance", "Worker", argumentParser]),

        .executableTarget(
            name: "faulty-worker",
            dependencies: ["Service", "Wire", "Worker", argumentParser],
            path: "Tests/faulty-worker",
            swiftSettings: settings
        ),
        // Faults on real processes; run by scripts/chaos.
        .executableTarget(
            name: "chaos",
            dependencies: ["Client", "JSON", "Wire", "ZeroMQ", argumentParser, subprocess, systemPackage],
            path: "Tests/chaos",
            swiftSettings: settings
        ),

        .target(name: "TestSupport", dependencies: ["JSON"], path: "Tests/TestSupport", swiftSettings: settings),
        // A site on loopback, for those who fetch.
        .target(
            name: "TestSite",
            dependencies: [httpTypes, hummingbird, logging, nioCore, serviceLifecycle],
            path: "Tests/TestSite",
            swiftSettings: settings
        ),
        // The queue under every fault, from seeds; and the program that plays it by the hundred thousand.
        .target(
            name: "Simulation",
            dependencies: ["Queue", "Wire"],
            path: "Tests/Simulation",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "simulate",
            dependencies: ["Simulation", argumentParser],
            path: "Tests/simulate",
            swiftSettings: settings
        ),
        // What every door does with hostile bytes; for the fuzzers and for the tests that replay what they found.
        .target(
            name: "HostileInput",
            dependencies: [
                "Article", "Documents", "Inference", "Ingest", "JSON", "Segmentation", "Settings", "Stance",
                "TextEncoding", "Wire", crypto,
            ],
            path: "Tests/HostileInput",
            swiftSettings: settings
        ),
        tests("ArticleTests", ["Article", "JSON", "Queue", "TestSupport"]),
        tests("ClientTests", ["Client", "JSON", "Wire", "ZeroMQ"]),
        tests(
            "CommandsTests",
            ["Article", "Commands", "Documents", "JSON", "Service", "Wire", "ZeroMQ", argumentParser]
        ),
        tests("DeployTests", [yams]),
        tests("DocumentsTests", ["Article", "CZlib", "Documents", "JSON"]),
        tests(
            "EndToEndTests",
            [
                "Article", "Client", "HostileInput", "JSON", "Queue", "standpoint", "standpoint-queue",
                "standpoint-ingest", "standpoint-segment", "standpoint-stance", "faulty-worker", "TestSite",
                "TestSupport",
                "Wire", "ZeroMQ", httpTypes, hummingbird, subprocess, systemPackage,
            ]
        ),
        tests("EvaluationTests", ["Article", "Evaluation", "JSON"]),
        tests("FetchTests", ["Fetch", "JSON", "Queue", "TestSite", "TestSupport", httpTypes, hummingbird, nioCore]),
        tests("HostileInputTests", ["HostileInput"]),
        tests("InferenceTests", ["CKernels", "Inference", "JSON", crypto]),
        tests("IngestTests", ["Article", "CGumbo", "Ingest", "JSON"]),
        tests("JSONTests", ["JSON", "Queue", "TestSupport"]),
        tests("LocalPipelineTests", ["LocalPipeline", "TestSupport", logging]),
        tests("PipelineTests", ["Article", "Documents", "JSON", "Pipeline", "Stance", "Wire"]),
        tests(
            "QueueHTTPTests",
            [
                "Article", "JSON", "Queue", "QueueHTTP", "QueueServer", "Service", "Settings", "TestSupport", "Wire",
                "ZeroMQ", logging,
            ]
        ),
        tests(
            "QueueServerTests",
            ["JSON", "Queue", "QueueServer", "QueueSQLite", "TestSupport", "Wire", "ZeroMQ", logging]
        ),
        tests("QueueTests", ["JSON", "Queue", "QueueSQLite", "TestSupport", "Wire", grdb]),
        tests("SegmentationTests", ["Article", "Segmentation"]),
        tests(
            "ServiceTests",
            ["Client", "JSON", "Queue", "QueueServer", "Service", "Settings", "TestSupport", "Wire", "ZeroMQ", logging]
        ),
        tests("SettingsTests", ["Settings", "Telemetry", logging]),
        tests("SimulationTests", ["Simulation", "TestSupport"]),
        tests("StanceTests", ["Article", "Stance"]),
        tests("TelemetryTests", ["Telemetry", logging]),
        tests("TextEncodingTests", ["TextEncoding"]),
        tests("WireTests", ["JSON", "Queue", "TestSupport", "Wire"]),
        tests("WorkerTests", ["Article", "JSON", "TestSupport", "Wire", "Worker", "ZeroMQ", logging]),
        tests("ZeroMQTests", ["CZeroMQ", "ZeroMQ"]),
    ],
    swiftLanguageModes: [.v6]
)

// Only scripts/fuzz builds the fuzzer, with the flags that it needs to link.
if Context.environment["STANDPOINT_FUZZING"] != nil {
    package.targets += [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CLibFuzzer", "HostileInput"],
            path: "Tests/Fuzzing/fuzz",
            swiftSettings: settings
        ),
    ]
}

// Only scripts/tsan builds the tests of what uses threads and nothing else: all the rest would double its time.
if Context.environment["ONLY_THREADED_TESTS"] != nil {
    let targets = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
    var needed: Set<String> = []
    var open = ["ZeroMQTests", "QueueTests", "QueueServerTests", "WorkerTests", "ClientTests"]
    while let name = open.popLast() {
        guard let target = targets[name], needed.insert(name).inserted else { continue }
        for dependency in target.dependencies {
            switch dependency {
            case .targetItem(let name, _), .byNameItem(let name, _): open.append(name)
            default: break
            }
        }
    }
    package.products = []
    package.targets.removeAll { !needed.contains($0.name) }
}
