import CSodium

/// What is done to a whole desk: verify and backup.
enum FileMeasures {
    static func measure(_ bench: Bench, _ desk: BenchDesk) throws(BenchFailure) -> [Figure] {
        let verify = try bench.done([bench.program, "verify", "--json", "--desk", desk.folder])
        let events = Double(number("events", in: verify.output))
        let signatures = number("signatures", in: verify.output)
        let sum = bench.has("b2sum") ? try bench.done(["b2sum", desk.file]) : nil
        let rate = signaturesASecond()
        return [
            Figure(
                "verify: events a second",
                events / verify.wall,
                "a second",
                budget: "50000",
                yardstick: sum.map { "b2sum of the file \(plain($0.wall)) s; libsodium \(Int(rate)) signatures/s" } ?? "",
                note: "\(Int(events)) events, \(signatures) signatures; \(plain(verify.wall)) s, of processor \(plain(verify.processor)) s"
            ),
            Figure("verify: memory", Double(verify.memory) / 1_048_576, "MB"),
        ] + (try backup(bench, desk))
    }

    /// A backup of the desk, beside a copy of its file.
    private static func backup(_ bench: Bench, _ desk: BenchDesk) throws(BenchFailure) -> [Figure] {
        let folder = try bench.scratch("backup")
        let megabytes = Double(byteCount(of: desk.file)) / 1_048_576
        let copy = try bench.done(["cp", desk.file, "\(folder)/copy"])
        let shell = bench.has("sqlite3") ? try bench.done(["sqlite3", desk.file, ".backup \(folder)/shell"]) : nil
        let run = try bench.run([bench.program, "backup", "\(folder)/backup"] + bench.signedIn("1001", desk.folder))
        try bench.remove(folder)
        let shellRate = shell.map { ", sqlite3 .backup \(plain(megabytes / $0.wall)) MB/s" } ?? ""
        return [
            Figure(
                "backup",
                run.status == 0 ? megabytes / run.wall : nil,
                "MB/s",
                budget: "50 % of cp",
                yardstick: "cp \(plain(megabytes / copy.wall)) MB/s" + shellRate,
                note: run.status == 0 ? "\(plain(megabytes)) MB in \(plain(run.wall)) s" : "the program makes none (status \(run.status))"
            )
        ]
    }

    /// How many signatures libsodium checks in a loop on one core in a second.
    private static func signaturesASecond() -> Double {
        guard sodium_init() >= 0 else { return .nan }
        var (publicKey, secretKey) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 64))
        crypto_sign_ed25519_keypair(&publicKey, &secretKey)
        let message = [UInt8](repeating: 7, count: 200)
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_ed25519_detached(&signature, nil, message, UInt64(message.count), secretKey)
        let (begun, count) = (seconds(), 3000)
        var good = 0
        for _ in 0..<count {
            if crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), publicKey) == 0 { good += 1 }
        }
        return good == count ? Double(count) / (seconds() - begun) : .nan
    }

    /// A number behind a key of a line of JSON; 0 where there is none.
    private static func number(_ key: String, in json: String) -> Int {
        guard let start = json.firstRange(of: "\"\(key)\":") else { return 0 }
        return Int(json[start.upperBound...].prefix(while: \.isNumber)) ?? 0
    }
}
