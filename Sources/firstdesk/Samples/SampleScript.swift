import ComplaintRules

/// The story of one sample case in the making.
struct SampleScript {
    /// Which case, counted from 0.
    let story: Int
    /// What it is about.
    let matter: SampleMatter
    /// The values that stand in its texts.
    let values: SampleValues
    /// Nothing happens after this moment.
    let now: Moment
    /// Who stands in its texts, by role.
    var names: [String: String] = [:]
    /// What has happened so far.
    private(set) var steps: [SampleStep] = []
    /// When the last step that was written happened; it may be past `now`, and then nothing more does.
    private(set) var last = Moment(milliseconds: 0)

    /// Makes an empty script.
    init(story: Int, matter: SampleMatter, values: SampleValues, now: Moment) {
        self.story = story
        self.matter = matter
        self.values = values
        self.now = now
    }

    /// A text with the case's values and names in it.
    func fill(_ text: String) -> String { values.fill(text, names) }

    /// When the reply is due.
    func due(of intake: Intake, _ rules: DeskRules) -> Moment? {
        rules.clocks(for: intake, loggedAt: intake.received).first { $0.name == .reply }?.due
    }

    /// Whether the customer left a contact.
    private(set) var isReachable = false

    /// The complaint is logged.
    mutating func begin(_ intake: Intake, at moment: Moment, by member: StaffMember) {
        isReachable = !intake.contact.isEmpty
        last = moment
        append(.log(intake, then: []), at: moment, by: member)
    }

    /// Something else is done in the same moment as the logging, by whoever logs.
    mutating func alsoAtOnce(_ act: any Act) {
        guard let first = steps.first, case .log(let intake, let then) = first.what else { return }
        steps[0].what = .log(intake, then: then + [act])
    }

    /// An act follows.
    mutating func act(_ act: any Act, at moment: Moment, by member: StaffMember) {
        last = max(last, moment)
        append(.act(act), at: last, by: member)
    }

    private mutating func append(_ what: SampleStep.What, at moment: Moment, by member: StaffMember) {
        guard moment <= now else { return }
        steps.append(SampleStep(at: moment, story: story, place: steps.count, by: member, what: what))
    }
}
