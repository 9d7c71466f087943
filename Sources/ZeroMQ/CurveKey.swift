import CZeroMQ

/// The public half of a CURVE key pair: 32 bytes, written as 40 characters of Z85.
public struct CurvePublicKey: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// A key from its 32 bytes; `nil` for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A key from its 40 characters; `nil` where they are not Z85.
    public init?(z85 text: some StringProtocol) {
        guard text.utf8.count == 40, let bytes = Z85.decode(text) else { return nil }
        self.bytes = bytes
    }

    /// The 40 characters.
    public var z85: String { Z85.encode(bytes) ?? "" }

    public var description: String { z85 }
}

/// The secret half of a CURVE key pair.
///
/// It is never printed, dumped or mirrored; its memory is overwritten when the last copy is gone.
public struct CurveSecretKey: Sendable, Equatable {
    private let storage: SecretBytes

    /// A key from its 32 bytes; `nil` for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        storage = unsafe SecretBytes(bytes.span.bytes)
    }

    /// A key from its 40 characters; `nil` where they are not Z85.
    public init?(z85 text: some StringProtocol) {
        guard text.utf8.count == 40, let bytes = Z85.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 40 characters of the secret, to be stored where only its owner can read them.
    public func exposedZ85() -> String { Z85.encode(storage.array) ?? "" }

    /// The public key that belongs to it.
    ///
    /// - Throws: `ZeroMQError` ``ZeroMQError/Code/notSupported`` where libzmq was built without CURVE.
    public var publicKey: CurvePublicKey {
        get throws(ZeroMQError) {
            let secret = exposedZ85()
            return try unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 41) {
                buffer throws(ZeroMQError) in
                guard unsafe zmq_curve_public(buffer.baseAddress, secret) == 0,
                    let key = CurvePublicKey(z85: unsafe String(cString: buffer.baseAddress!))
                else { throw .last("derive public key") }
                return key
            }
        }
    }

    var span: RawSpan {
        @_lifetime(borrow self)
        borrowing get { unsafe _overrideLifetime(storage.span, borrowing: self) }
    }

    /// Compares in a time that tells nothing of where the keys differ.
    public static func == (left: Self, right: Self) -> Bool {
        zip(left.storage.array, right.storage.array).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension CurveSecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "CurveSecretKey(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A CURVE key pair.
public struct CurveKeyPair: Sendable, Equatable {
    /// The half to be told to peers.
    public let publicKey: CurvePublicKey
    /// The half to be told to nobody.
    public let secretKey: CurveSecretKey

    /// The pair that a secret key belongs to.
    public init(_ secretKey: CurveSecretKey) throws(ZeroMQError) {
        self.secretKey = secretKey
        publicKey = try secretKey.publicKey
    }

    private init(publicKey: CurvePublicKey, secretKey: CurveSecretKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// Makes a new pair from the system's random source.
    ///
    /// - Throws: `ZeroMQError` ``ZeroMQError/Code/notSupported`` where libzmq was built without CURVE.
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        try unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 82) { buffer throws(ZeroMQError) in
            let publicText = buffer.baseAddress!
            let secretText = unsafe buffer.baseAddress! + 41
            defer { unsafe czmq_wipe(UnsafeMutableRawPointer(secretText), 41) }
            guard unsafe zmq_curve_keypair(publicText, secretText) == 0,
                let publicKey = CurvePublicKey(z85: unsafe String(cString: publicText)),
                let secretKey = CurveSecretKey(z85: unsafe String(cString: secretText))
            else { throw .last("generate key pair") }
            return CurveKeyPair(publicKey: publicKey, secretKey: secretKey)
        }
    }
}

/// Bytes that are overwritten when they are let go.
@safe
private final class SecretBytes: Sendable {
    // Written in `init` only.
    private nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

    init(_ bytes: RawSpan) {
        unsafe buffer = .allocate(byteCount: bytes.byteCount, alignment: 1)
        unsafe bytes.withUnsafeBytes { source in unsafe buffer.copyMemory(from: source) }
    }

    deinit {
        unsafe czmq_wipe(buffer.baseAddress!, buffer.count)
        unsafe buffer.deallocate()
    }

    var array: [UInt8] { unsafe [UInt8](buffer) }

    var span: RawSpan {
        @_lifetime(borrow self)
        borrowing get { unsafe _overrideLifetime(buffer.bytes, borrowing: self) }
    }
}
