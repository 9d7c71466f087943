internal import CZlib

/// One run of zlib's decompressor, over bytes that come in parts.
final class Inflater {
    enum Form: Int32 {
        /// A gzip member (RFC 1952).
        case gzip = 31
        /// gzip or zlib (RFC 1950), told apart by the first bytes.
        case detected = 47
        /// DEFLATE without a wrapper (RFC 1951), which some servers send as `deflate`.
        case raw = -15
    }

    enum State: Hashable { case open, ended, damaged }

    private(set) var state = State.open
    /// Allocated once, since zlib keeps the address.
    private let stream: UnsafeMutablePointer<z_stream>

    init(_ form: Form) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        if czlib_inflate_init(stream, form.rawValue) != Z_OK { state = .damaged }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Makes it ready for the next member.
    func reset() { state = inflateReset(stream) == Z_OK ? .open : .damaged }

    /// Decompresses from `input` into `output` until one of them is used up or the member ends.
    ///
    /// - Returns: How many bytes of each were used.
    func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> (read: Int, made: Int)
    {
        guard state == .open, let base = input.baseAddress, let target = output.baseAddress else { return (0, 0) }
        let (available, room) = (UInt32(clamping: input.count), UInt32(clamping: output.count))
        // zlib only reads from `next_in`.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = available
        stream.pointee.next_out = target.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        switch CZlib.inflate(stream, Z_NO_FLUSH) {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: state = .ended
        default: state = .damaged
        }
        return (Int(available - stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
    }
}

extension Inflater {
    /// Decompresses all of `bytes` into `result`, which grows over `limit` by one part at most.
    ///
    /// - Returns: `damaged` where there is more than `limit` or the bytes are damaged; `open` where they are cut short, which
    ///   gives what is there, as in browsers.
    static func inflate(_ bytes: ArraySlice<UInt8>, _ form: Form, into result: inout [UInt8], limit: Int) -> State {
        let inflater = Inflater(form)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        return bytes.withUnsafeBytes { bytes in
            var used = 0
            while inflater.state == .open {
                let (read, made) = inflater.inflate(.init(rebasing: bytes[used...]), into: buffer)
                used += read
                result.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<made]))
                guard result.count <= limit else { return .damaged }
                if read == 0, made == 0 { break }
            }
            return inflater.state
        }
    }
}
