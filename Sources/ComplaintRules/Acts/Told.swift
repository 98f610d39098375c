extension ActKind { public static let tell = ActKind(Told.self) }

/// The customer was told something that is no answer (of an extension, of a refusal to accept, of other channels), or head office was told
/// what is to be reported at once; at any stage (1-domain, The drawing).
public struct Told: Act, CaseEvent {
    /// Who was told.
    public enum Addressee: String, Codable, Choosable {
        case customer
        case headOffice = "head-office"

        public var label: Phrase {
            switch self {
            case .customer: Phrase(en: "customer", zh: "客户")
            case .headOffice: Phrase(en: "head office", zh: "总行")
            }
        }
    }

    public static let blank = Told()
    public static let name = "tell"
    public static let label = Phrase(en: "Tell customer or head office", zh: "告知客户或总行")
    public static let rule = ActRule(Stage.everyStage, by: .desk) {
        $0.isOwnForCounter = true
        $0.isForSigned = true
    }
    public static let fields: [Field<Told>] = [
        .choice("who", \.who, .label("Who was told", "告知对象", style: .lead)), .choice("how", \.how, .lead),
        .text("text", \.text, .bare, required: true),
    ]
    public static let wireName = "told"
    public static let heading = Phrase(en: "told", zh: "告知")

    /// Who was told.
    public var who = Addressee.customer
    /// In which way.
    public var how = ContactWay.oral
    /// What was said.
    public var text = ""

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        // The customer of an extended case has to be told meanwhile; that it is told is no answer, and stops no clock.
        if who == .customer, state.isExtended { state.isToldMeanwhile = true }
    }
}
