/// Why the desk's rules stand against something. Each says enough to be put in words for the person who asked.
public enum Refusal: Error, Hashable, Sendable {
    /// What can be wrong with the text of a field.
    public enum FieldFault: Hashable, Sendable {
        /// It is none of these.
        case noneOf([FieldShape.Option])
        /// It is no amount of money.
        case amount
        /// It is more money than can be counted.
        case amountTooLarge
        /// It is no time.
        case time
        /// It is no day.
        case day
        /// It is no month.
        case month
        /// It is no limit of time.
        case limit
        /// It is nothing that the setting of that name takes.
        case setting(String)
        /// It names no file that can be taken.
        case file(FileFault)
        /// It is no whole number from 1 up.
        case count
        /// It is a number below this one.
        case atLeast(Int)
        /// It is a number above this one.
        case atMost(Int)
        /// It is neither yes nor no.
        case flag
        /// It is not a staff number.
        case staffNumber
        /// It cannot be the code of a branch.
        case branchCode
        /// Its shares are no whole percents, or more than all.
        case share
    }

    /// Why a file cannot be taken.
    public enum FileFault: Hashable, Sendable {
        case notFound
        case notAFile
        case noPermission
        case empty
        case tooLarge(megabytes: Int64)
        case unreadable
    }

    case roleMayNot(ActKind, Set<Role>)
    case logRoleMayNot
    case deskActRoleMayNot(DeskAct)
    case handledAlone
    /// The signer alone answered, and nobody has found yet: whoever finds makes it two.
    case findingByAnother
    /// All that stands was done by somebody whom the case is about.
    case handledBySubject(StaffNumber)
    /// The one for whom the actor stands in has no right over this case, which is about them.
    case lenderRecused(ActKind, StaffNumber)
    /// It is later than the complaint was received.
    case afterReceived(FieldName)
    /// It is further back than anybody can mean, or further ahead.
    case farFromNow(FieldName, years: Int)
    /// What is head office's to say, without its reference.
    case headOfficeReference(Phrase)
    /// It is before today, as the desk counts.
    case beforeToday(FieldName, Day)
    case history(ActKind)
    case locked(ActKind)
    case wrongStage(ActKind, Stage, allowed: Set<Stage>)
    case notYours(ActKind)
    case notTheReceiver(StaffNumber)
    case findingMissing
    case findingLacks([FieldName])
    /// Several things that an entry lacks for its signature, each as a refusal of its own.
    indirect case lackingForSignature([Refusal])
    case notSignedYet
    case unknownStaff(StaffNumber)
    case retired(StaffNumber)
    case receiverHasLeft(StaffNumber)
    case receiverIsNoManager(StaffNumber)
    case receiverIsSubject(StaffNumber)
    case alreadyWith(StaffNumber)
    case missing(FieldName)
    /// What was written only says that there is nothing.
    case saysNothing(FieldName, String)
    /// What is to be outside the branch is of it, or is its customer.
    case notOutside(FieldName, String)
    /// The name of a member of staff is a title alone.
    case titleIsNoName(FieldName, String)
    /// A name has one line.
    case severalLines(FieldName)
    case unknownField(String, known: [FieldName])
    /// The same field twice, in two spellings.
    case givenTwice(FieldName)
    case badValue(FieldName, FieldFault)
    case tooLong(FieldName, limit: Int)
    case inTheFuture(FieldName)
    case inThePast(FieldName)
    /// It is past only because the desk goes by its latest moment, behind which the computer's clock stands; whether that can be put right by
    /// declaring a clock wrong, which had run ahead.
    case behindLatest(FieldName, LocalTime, canDeclare: Bool)
    case agreedAfterLimit(LocalTime)
    case nothingToAmend(AmendableField)
    /// What is wrong with the new value of an amendment, whatever field it amends.
    indirect case newValue(Refusal)
    /// What stands against an act that was to follow a logging, which then was not done either.
    indirect case notLogged(Refusal)
    /// What cannot be done at once to a complaint that is about whoever logs it.
    case aboutDoer(ActKind)
    case noSuchCase(String)
    case mayNotRead
    case changedMeanwhile
    /// A signature, or a ruling in its place, without a word of how far the case was read.
    case notRead(ActKind)
    case staffNumberTaken(StaffNumber)
    case nothingAsked(ActKind)
    case alreadyAsked(ActKind)
    case alreadyDone(ActKind)
    /// An amount with what was promised before is beyond what the actor may promise.
    case beyondTier(Amount, before: Amount = .none, tier: Amount, could: Role?)
    /// The sum of what is promised is beyond what head office approved.
    case beyondApproval(Amount, approved: Amount)
    /// What an answer gives is said to be another kind of relief than its amount makes it.
    case reliefContradictsAmount(Relief)
    case paidBeyondPromise(Amount, promised: Amount)
    /// A role may promise no more than the branch manager.
    case tierAboveHead(Amount, most: Amount)
    case headOfficeHasNotAnswered
    case notReached(attempts: Int)
    /// The attempts to reach the customer were all made on one day.
    case triedOnOneDay
    /// A reply that could not be delivered, and was accepted.
    case undeliveredAccepted
    case findingStands
    case classContradictsFault(Fault, CaseClass)
    case ownerVerifies(String)
    /// A corrective action whose owners leave nobody who may verify it.
    case nobodyVerifies(String)
    case laterNeedsReference(String)
    /// A later date under a reference under which that party set one before.
    case laterNeedsOtherReference(String)
    case severalAwaitResult([String])
    case nobodyAwaitsResult(String, [String])
    case longerOnce
    case nothingToTakeBack
    case tooLateToTakeBack(seconds: Int64)
    case reviewOfUnsigned
    case holdOfUnsigned
    /// What the customer was told of a ruling gives more than it says.
    case sumOutsideRuling(Amount)
    case receivedLongAgo
    case beforeReceived(FieldName)
    case beforeFounding(Day)
    case historyAfterFounding(Day)
    /// A case in a file that this desk, or a copy of it, signed itself.
    case historyOfOwnDesk(Day)
    /// A case in a file that a practice desk signed, on a desk that is none.
    case historyOfPractice
    case mergeOfDifferentCustomers(String)
    case mergeAwaitsHeadOffice
    case mergedIntoSigned(String, isOfOther: Bool = false, isAnswered: Bool = true)
    /// Nothing was found before the customer was told: whether they were told what is found now.
    case sayWhetherTold
    /// The number of the case, ended without an answer, in which that of another customer ended.
    case endedUnanswered(String)
    /// The number of a case merged in, about the same member of staff, as far as it may be told; whether it is signed.
    case recusedWhereMerged(String?, isSigned: Bool)
    /// The act, whoever it is about, who named the actor to stand in, and for whom.
    case namerRecused(ActKind, StaffNumber, StaffNumber)
    /// The number of the case into which it was merged, and what was paid there.
    case paidWhereMerged(String, Amount)
    case paidWhereItGoesOn(String)
    /// The act, and the number of the case merged in.
    case otherCustomerWaits(ActKind, String)
    case mergedNotAnswered(String)
    case notMergedIn(String)
    case replyFirst
    /// The finding is not what the customer was told.
    case findingUntold
    /// The number of the case merged in whose entry is not answered; nil for the case's own.
    case bookFirst(String?)
    case somebodyMaySign(StaffNumber)
    case uninvolvedOnly
    case nobodyLeftForRuling
    /// A manager who took no part enters the ruling before a clerk does.
    case managerEnters(StaffNumber)
    case mergeIntoItself
    case mergeIntoEnded(String, Stage)
    case subjectOfOther(String)
    case alreadyRefused(String)
    case goesOnIn(String)
    case awaitsSignature(String)
    case mayNotReadYet([StaffNumber])
    case passcodeOfHandler(StaffNumber)
    case handledByGiven(StaffNumber)
    case mergedUnsigned(ActKind, String)
    case mergedOfSameCustomer(ActKind, String)
    case nobodyToRecuse
    case notRecused(StaffNumber)
    case monthNotEnded(Month)
    case reportIssued(Month, issue: Int)
    case reasonForNewIssue(Month, issue: Int)
    case notOverdue
    case notInBook
    case notLate
    case noSuchItem(Int)
    case noSuchAttachment(Int)
    /// Neither a file is attached, nor is it said where the paper is kept.
    case attachedNowhere
    case bookRoleMayNot
    case bookOpened(Day)
    case bookNotOpened(Day)
    case bookClosed(Day)
    case bookHasEntries(Int)
    /// That a day had no entry is said before the branch opened on it.
    case bookBeforeOpening(LocalTime)
    /// A field that complaints by these channels alone have.
    case notOfChannel(FieldName, Set<Channel>)
    /// The day's closing time is past, and nobody said why the review comes only now.
    case bookReviewLate(closing: LocalTime)
    case bookHasNoEntries
    case branchClosed(Day)
    case settingStays
    case tooManyRepresentatives(limit: Int)
    case badCodes(CodeFault)
    case badScripts(ScriptFault)
    case standsInForThemselves
    case auditorActsForNobody
    case absentIsNoManager(StaffNumber)
    case endBeforeStart
    case alreadyStoodInFor(StaffNumber)
    /// It would outlast the stand-in for that absent manager, whose right it takes.
    case beyondStandIn(StaffNumber)
    case ruleInThePast
    /// By hours that hold today the branch would have closed already.
    case closedByThese(TimeOfDay)
    /// A limit of more than a year, or of more hours or minutes than anybody means.
    case limitTooLong(most: ClockLimit)
    /// The reply would be due later than the final deadline.
    case replyBeyondFinal(reply: ClockLimit, final: ClockLimit)
    case alreadySo
    /// Whoever is to come back has not left.
    case worksHere(StaffNumber)
    case hasOpenCases(StaffNumber, Int)
    /// A new name that is the name or the number of another member.
    case nameTaken(StaffNumber)
    /// A new name by which its bearer would be recused on a case about whoever enters it.
    case renamedByAnother(StaffNumber)
    /// A hold on an end that may still be sent back.
    /// An extension that nobody in the branch could grant.
    case nobodyGrants
    /// A day of the comment book is corrected that is later than anything on the desk.
    case dayToCome(Day, latest: Day)
    case nobodyStandsIn(StaffNumber)
    /// Only a manager hands many cases over at once.
    case reassignRoleMayNot
    /// Cases are to go to whoever has them.
    case reassignedToSame(StaffNumber)
    /// Others stand in for them than the one whose standing in is to end.
    case otherStandsIn(StaffNumber, [StaffNumber], not: StaffNumber)
    /// An entry was vouched for up to an event that it does not have.
    case readBeyondEntry(Int64, last: Int64)
    /// More may speak for the others, by the words, than can be.
    case howManySpeak(Int, limit: Int)
    case noClockJump(Int64)
    case clockNotBack(Int64)
    /// It has events of the stretch from one to another, which was declared wrong already.
    case clockDeclared(Int64, Int64)
    /// There is no event so far on; how many there are.
    case beyondLastEvent(Int64)
    case lastBranchManager
    case passcodeTooShort(minimum: Int)
    case passcodeWeak(PasscodeFault)
    case ownPasscode
    case notOnPracticeDesk
    case keptLonger(until: Day)
    /// Important cases would be kept for fewer years than others.
    case importantKeptShorter(Int, than: Int)
    /// It would go on in a new case, and its words are gone.
    case contentsErased(ActKind)
    /// What cannot be undone, after the clock came more than 31 days after the act before.
    case clockJumped(on: Day, until: Day)
    /// A day of the comment book that would stand as one without entries, though it has some.
    case dayHasEntries(Day, Int)
    /// A promise in words without what it costs.
    case promiseWithoutAmount
    case promiseOfNothing(approved: Amount)
    /// A promise names a larger sum in its words than the amount beside it.
    case sumBeyondAmount(Amount, promised: Amount, in: String = FieldName.sumNotPromised)
    /// What is said to the customer gives more than may be promised: by head office's word, or by the actor's own authority.
    case sumBeyondAuthority(Amount, most: Amount, isHeadOffices: Bool, could: Role? = nil, in: String = FieldName.sumNotPromised)
    /// The customer of a complaint out of remit was not told why, though they can be.
    case reasonFirst
    /// A finding of no fault that names somebody as responsible.
    case responsibleWithoutFault
    /// What is said to the customer outside an answer gives more than was promised.
    case sumOutsideAnswer(Amount, promised: Amount)
    /// What the customer of the case of a number, which was merged in, is told gives more than is promised to them.
    case sumToOther(Amount, promised: Amount, String)
    /// Head office's words approve so much, or refuse to give anything (nil), and another amount, or none, stands as approved.
    case approvalInWords(Amount?, Amount?)
    /// The customer of a merged case, being another one, is told the outcome in the case that answers them; their own case's number behind it.
    case tellWhereMerged(String, String)
    /// How much of a promise is for the customers of cases merged in is not said, or cannot be.
    case share(ShareFault)
    /// The same on a case in which nothing more is promised.
    case sumWithoutAnswer(Amount, promised: Amount)
    /// Words give all of something, and this much is promised beside them; the field in which that stands.
    case wholePromised(Amount, in: String = FieldName.sumNotPromised)
    /// A promise names a sum in another currency than the desk's.
    case otherCurrency(Country, in: String = "promise")
    /// What is answered together with the logging speaks of giving this much; nil for all of something.
    case sumWhileLogging(Amount?)
    /// What a hotline was answered speaks of giving this much.
    case sumToHotline(Amount)
    /// An entry of the comment book is there already, under that number, with the same page and line.
    case entryThere(String, page: Int, line: Int)
    /// What only head office can say or allow, without its ruling or reference.
    case needsHeadOffice(FieldName)
    case paperIsOut(to: String)
    case paperIsIn
    /// The paper of a case would go to somebody whom the case is about.
    case paperToSubject(StaffNumber)

    /// Why a passcode is guessed at once.
    public enum PasscodeFault: Hashable, Sendable {
        /// It has digits only, and fewer than this.
        case fewDigits(minimum: Int)
        /// It repeats one sign or two.
        case fewSigns
        /// It is the staff number.
        case number
        /// It is one of those that everybody tries.
        case known
        /// It is the one that is to be changed.
        case unchanged
    }

    /// The field that the refusal is about, where it is about one, so that a form can go there.
    public var field: String? {
        switch self {
        case .missing(let name), .badValue(let name, _), .tooLong(let name, _), .inTheFuture(let name), .inThePast(let name),
            .behindLatest(let name, _, _), .afterReceived(let name), .farFromNow(let name, _), .beforeToday(let name, _),
            .givenTwice(let name), .beforeReceived(let name):
            name.text
        case .saysNothing(let name, _), .notOutside(let name, _), .titleIsNoName(let name, _), .severalLines(let name): name.text
        case .unknownField(let name, _): name
        case .notLogged(let inner): inner.field
        case .agreedAfterLimit: "agreed"
        case .tooManyRepresentatives: "proxy"
        case .howManySpeak: "few-speak"
        case .unknownStaff, .receiverHasLeft, .receiverIsNoManager, .receiverIsSubject, .alreadyWith, .reassignedToSame: "to"
        case .nothingToAmend, .newValue: "value"
        case .mergeIntoItself, .mergeIntoEnded, .subjectOfOther: "into"
        case .mergeOfDifferentCustomers, .reasonForNewIssue: "reason"
        case .receivedLongAgo: "received"
        case .bookReviewLate: "reason"
        case .notOfChannel: "field"
        case .attachedNowhere: "place"
        case .notRead, .readBeyondEntry: "read"
        case .headOfficeReference: "reference"
        case .classContradictsFault: "class"
        case .reliefContradictsAmount: "relief"
        case .laterNeedsReference, .laterNeedsOtherReference: "reference"
        case .severalAwaitResult, .nobodyAwaitsResult: "to"
        case .notMergedIn: "number"
        case .beyondTier, .beyondApproval, .promiseWithoutAmount: "amount"
        case .promiseOfNothing, .sumOutsideRuling, .sumToHotline, .sumWhileLogging: FieldName.sumNotPromised
        case .sumBeyondAmount(_, _, let field): field
        case .sumBeyondAuthority(_, _, _, _, let field): field
        case .sumOutsideAnswer, .sumWithoutAnswer, .sumToOther: FieldName.sumNotPromised
        case .wholePromised(_, let field): field
        case .otherCurrency(_, let field): field
        case .share(.promiseGives): "promise"
        case .share: "for-others"
        case .approvalInWords: "as-decided"
        case .responsibleWithoutFault: "responsible"
        case .sayWhetherTold: FieldName.asTold
        case .nobodyVerifies: "owner"
        case .entryThere: "line"
        case .needsHeadOffice(let name): name.text
        case .paidBeyondPromise, .paidWhereItGoesOn: "paid"
        case .nobodyToRecuse: "kind"
        case .notRecused: "number"
        default: nil
        }
    }
}

extension Refusal {
    /// What the branch manager may promise is head office's to say.
    static let ownTierReference = Refusal.headOfficeReference(Phrase(en: "what the branch manager may promise", zh: "网点负责人权限"))
    /// So is that they take part in what is about them.
    static let ownRecusalReference = Refusal.headOfficeReference(
        Phrase(en: "lifting the branch manager's own recusal", zh: "解除网点负责人的回避")
    )

    /// So is whether a corrective action works that nobody in the branch may verify.
    static let verificationReference = Refusal.headOfficeReference(
        Phrase(en: "whether it worked, which nobody else here may verify,", zh: "整改是否有效（本网点无其他人可核验）")
    )

    /// The same refusal, which says why where a clock that had run ahead is in the way.
    func explained(in occasion: Occasion) -> Refusal {
        guard case .inThePast(let name) = self, occasion.clock < occasion.now else { return self }
        let canDeclare = occasion.clock.adding(seconds: ClockMark.longSilence / 1000) < occasion.now
        return .behindLatest(name, occasion.desk.zone.localTime(at: occasion.now).time, canDeclare: canDeclare)
    }

    /// The same refusal with its field called as one of `names` calls it: acts have labels of their own for fields of one name.
    public func calling(_ names: [FieldName]) -> Refusal {
        func called(_ name: FieldName) -> FieldName { names.first { $0 == name } ?? name }
        return switch self {
        case .missing(let name): .missing(called(name))
        case .saysNothing(let name, let text): .saysNothing(called(name), text)
        case .notOutside(let name, let text): .notOutside(called(name), text)
        case .needsHeadOffice(let name): .needsHeadOffice(called(name))
        case .badValue(let name, let fault): .badValue(called(name), fault)
        case .tooLong(let name, let limit): .tooLong(called(name), limit: limit)
        case .inTheFuture(let name): .inTheFuture(called(name))
        case .inThePast(let name): .inThePast(called(name))
        case .beforeReceived(let name): .beforeReceived(called(name))
        case .afterReceived(let name): .afterReceived(called(name))
        case .farFromNow(let name, let years): .farFromNow(called(name), years: years)
        default: self
        }
    }
}
