import Queue
import Testing

struct ClientRatesTests {
    private static let one: ClientRates.Client = [1]
    private static let other: ClientRates.Client = [2]

    @Test func `a second's worth is taken at once, and then the rate holds`() {
        var rates = ClientRates(perSecond: 10)
        let start = Duration.seconds(100)
        for _ in 0..<10 { #expect(rates.admit(Self.one, at: start) == nil) }
        #expect(rates.admit(Self.one, at: start) == .milliseconds(100))
        #expect(rates.admit(Self.one, at: start + .milliseconds(60)) == .milliseconds(40))
        #expect(rates.admit(Self.one, at: start + .milliseconds(100)) == nil)
        #expect(rates.admit(Self.one, at: start + .milliseconds(100)) == .milliseconds(100))
    }

    @Test func `whoever waits as long as told gets in, and over time no more than the rate`() {
        var rates = ClientRates(perSecond: 3)
        var now = Duration.zero
        for _ in 0..<100 {
            while let pause = rates.admit(Self.one, at: now) { now += pause }
        }
        // The first three at once; the other 97 at a third of a second each.
        #expect(now > .milliseconds(32_332) && now < .milliseconds(32_334))
    }

    @Test func `one client's haste is not another's wait`() {
        var rates = ClientRates(perSecond: 1)
        #expect(rates.admit(Self.one, at: .zero) == nil)
        #expect(rates.admit(Self.one, at: .zero) == .seconds(1))
        #expect(rates.admit(Self.other, at: .zero) == nil)
    }

    @Test func `without a rate nobody waits and nobody is remembered`() {
        var rates = ClientRates(perSecond: 0)
        for _ in 0..<10_000 { #expect(rates.admit(Self.one, at: .zero) == nil) }
        #expect(rates.count == 0)
    }

    @Test func `a client that is on schedule is forgotten`() {
        var rates = ClientRates(perSecond: 10)
        #expect(rates.admit(Self.one, at: .zero) == nil)
        for _ in 0..<5 { #expect(rates.admit(Self.other, at: .zero) == nil) }
        rates.prune(at: .milliseconds(99))
        #expect(rates.count == 2)
        rates.prune(at: .milliseconds(100))
        #expect(rates.count == 1)
        rates.prune(at: .milliseconds(500))
        #expect(rates.count == 0)
    }

    @Test func `there is a bound to how many are remembered`() {
        var rates = ClientRates(perSecond: 10)
        for client in 0..<70_000 {
            _ = rates.admit([UInt8(client & 255), UInt8(client >> 8 & 255), UInt8(client >> 16)], at: .zero)
        }
        #expect(rates.count == 65_536)
        // Those who are known are served on.
        #expect(rates.admit([0, 0, 0], at: .zero) == nil)
    }
}
