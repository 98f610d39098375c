/// All acts, in the order in which people see them: what a case waits for, then the work on it, then what is rare or ends it.
public let acts: [any Act.Type] = [
    Acceptance.self, Acknowledgement.self, Dossier.self, ExtensionGrant.self, SignOff.self, SendingBack.self, HeadOfficeAnswer.self,
    BookAnswer.self, ResultSent.self, CallBack.self, RectificationCheck.self, DelayNote.self, Answer.self, Finding.self, Reply.self,
    Contact.self, Note.self, HandOver.self, AgreedTime.self, InterimAnswer.self, PersonTold.self, Told.self, Rectification.self,
    HeadOfficeNote.self,
    ExtensionRequest.self, Escalation.self, Declined.self, Chaser.self, Attachment.self, StaffStatement.self, Addendum.self, Amend.self,
    RectificationCancelled.self, RecusalLifted.self, OutsideDate.self, Mediation.self, SpotCheck.self, TakenBack.self, Ruling.self,
    RefusedAnswer.self,
    ReviewRequest.self, ReviewDecision.self, Withdrawal.self, NotAccepted.self, Merged.self, Hold.self, Release.self,
]

/// All kinds of event of a case: those of the acts, and those that no act of its own makes.
public let caseEvents: [any CaseEvent.Type] =
    [
        Logged.self, Imported.self, ClockStarted.self, BegunAnew.self, Linked.self, Recused.self, Parted.self, PartedFar.self,
        CustomerOwed.self, CustomerOwedNoMore.self,
    ] + acts.flatMap { $0.events }
