extension SampleMatter {
    /// What customers of an invented British branch complain about. Everything in it is invented.
    static let english = list(
        """
        savings service bank
        I stood in the queue for {minutes} minutes on my lunch break. {windows} counters and two open, and nobody came out to say why.
        More counters at lunch time, and an explanation.
        The ticket log shows {waiting} people waiting and two counters open; a third clerk was filing vouchers.
        A third counter now opens whenever more than eight people wait.
        We explained how the wait came about, apologised, and told the customer of the extra counter at lunch time.

        savings service bank staff
        I asked at counter {window} how to move my ISA and was told "it's all on the website", without even looking up.
        An apology, and the form.
        The recording bears the customer out; nobody else was waiting at the time.
        The clerk apologised in person and filled in the transfer form with the customer.
        The clerk has apologised and the transfer is under way.

        savings rules none
        I came to draw £{amount} for my mother, who is in hospital, and was sent away because she wasn't with me. How could she be?
        A way to get at her money.
        The customer had no authority from the account holder; the clerk offered a home visit.
        We explained why an account holder's wish has to be checked, and how a third-party mandate works.
        A home visit is arranged, and the mandate form was handed over.

        savings facilities bank
        The cash machine counted out £{amount}, the shutter never opened, and the money has gone from my account.
        My money back.
        The machine balanced £{amount} over, which fits the customer's statement; a note had jammed the shutter.
        The amount was credited back the same day.
        The whole sum has been credited to the account.

        savings facilities bank
        The paying-in machine has had "out of order" on it for {days} days. I have come {times} times for nothing.
        Mend it.
        The part was on order; no notice said when it would work again or where the next machine is.
        The part was fitted, and a notice now names the nearest machine.
        The machine works again; we said sorry for the wasted journeys.

        savings disclosure partly
        I was told {rate} on my bond and it has paid less. I am £{small} short.
        The difference.
        The certificate states the right rate; the customer remembered a leaflet for another bond that still lay on the counter.
        Old leaflets were taken away, and the rate was gone through with the customer.
        We went through the certificate together and apologised for the old leaflet.

        savings pricing none
        £{small} was taken for text messages that I never asked for.
        A refund.
        The customer signed up for balance alerts when the account was opened.
        We showed the signed form and explained that alerts can be stopped at any time.
        The alerts were stopped at the customer's wish.

        savings rules none enquiry
        My late mother's account: what do you need from me, and do I have to come in person?
        A list of what to bring.
        An enquiry about the account of somebody who died.
        We explained the steps and gave a printed list.
        The customer has the list and a named person to ask for.

        cards pricing bank
        I pay my card in full every month and still there is £{small} interest on the statement. Two people told me two different things.
        The interest back, and no mark on my credit file.
        The payment came on the due date and was credited a day late by us.
        The interest of £{small} was refunded; no late payment was reported.
        The interest is refunded and the credit file is clean.

        cards service bank
        My new card was to take {days} working days. It has been twice that, and nobody rang.
        My card, today.
        The card had arrived; one digit of the mobile number was keyed wrongly, so the message never came.
        The number was put right and the card handed over.
        The card has been collected; we apologised for the wrong digit.

        cards funds-safety none
        Somebody spent £{amount} on my card ending {card} last night, two hundred miles from here. Is your system safe?
        The money back.
        The payment was approved on the customer's own phone; a member of the family has the card in their wallet app.
        We went through the payments together and showed how to take a card off a phone.
        The customer recognised the payment and thanked us for the help.

        cards rules none
        My card was limited overnight to £{limit} a day. I run a business!
        Lift it.
        The limit followed an alert; proof of trading is needed to change it.
        We explained the reason for the limit and took the application on the spot.
        The application is in; an answer follows within three working days.

        cards marketing bank
        I opened a savings account and a credit card came in the post. I never asked for one.
        Cancel it and tell me who ordered it.
        The box was ticked by default, and the clerk did not go through the form line by line.
        The card was cancelled; no fee was charged.
        The card is cancelled; we apologised for not asking.

        cards facilities none help
        The machine has kept my card, and I have a train to catch. Nobody has come for {minutes} minutes.
        My card, please.
        The card was not taken within the time allowed and the machine retained it, as designed.
        We explained that this keeps the next person from taking it.
        The card was given back after a check of identity.

        cards information-safety none help
        A text told me that my card was frozen, and I followed the link. Now I am worried. Is my money still there?
        Look at my account and keep it safe.
        The text was fraudulent; the customer gave the card number but no code. No money was lost.
        We explained that we never ask for details by a link, and reported the number.
        The card was replaced; nothing was lost.

        payments facilities bank
        I sent £{amount} {days} days ago. It says "processing", the builder has nothing, and I have not got it back either.
        Send it or give it back.
        The name did not match, and the returned payment lay in a queue that nobody looked at.
        The payment was returned to the account.
        The money is back in the account; we helped to send it again.

        payments pricing partly
        You charged £{small} for a same-day payment. The poster on your wall says something else.
        What the poster says.
        The charge is right; the poster was a year old.
        The poster was changed and the difference refunded.
        The difference was refunded, and the present charges were explained.

        payments service bank staff
        Our bookkeeper was sent away {times} times by counter {window}, each time for a different paper.
        A list, once and for all.
        The clerk was not sure of the new form and gave two different lists.
        A written list was sent, and the papers were collected from the firm.
        The mandate is changed; we apologised for the journeys.

        payments rules none
        I had to come in to pay my daughter's fees because of the limit, and then I was told to book an appointment.
        Tell me how to do it next time.
        Large payments are checked for fraud; this one went out the same day.
        We explained the check and gave the number for bookings.
        It was paid the same day, and the customer has the number.

        payments contract none
        My standing order went out twice this month.
        One of them back.
        There are two standing orders to the same landlord, with different dates, both set up by the customer.
        We showed both instructions and cancelled the older one as the customer wished.
        The older order is cancelled; the landlord has agreed to return the payment.

        other service bank
        I brought £{coins} in coins and was told to come back when it is quieter.
        Take my money.
        Coins were indeed refused; the counting machine was working.
        The coins were counted and paid in; the desk was told that coins are never refused.
        The coins are paid in, and the clerk has apologised.

        other funds-safety none
        You kept a twenty of mine as a forgery, and it came out of your own machine.
        My twenty pounds.
        The machine's records show that the note did not come from it.
        We explained why a suspect note has to be kept, and how it is looked at again.
        The note has gone to be examined; the customer has the receipt.

        other service none suggestion
        Could the counter keep more five-pound notes? Before the fair there are never any.
        More small notes before the fair.
        The demand is known, and the order for that week was used up.
        We explained how notes are ordered and took the wish down.
        More are ordered for next year; we thanked the customer.

        personal-information information-safety bank
        The day after I asked about a mortgage, {times} brokers rang me by name.
        Who gave out my number?
        The enquiry sheet lay open at the front desk, where others could read it.
        Each enquiry now has its own sheet, which is taken in at once; the incident was recorded.
        We apologised for the open sheet and said what has changed.

        personal-information rules none
        Why do you want my passport and my income again after thirty years? It feels like spying.
        Tell me on what grounds.
        The customer's document had expired; the law requires a new one.
        We showed the rule and explained what is kept, for how long and who can see it.
        The customer understood and brought the new passport.

        loans service bank
        I asked for a settlement figure {days} days ago. {times} calls, and it is always "with the team".
        A figure.
        The figure was ready; the adviser was on leave and had handed nothing over.
        The figure was given the same day, with the interest as of the day of asking.
        The loan is settled; we apologised for the delay.

        loans disclosure partly
        Nobody said that my rate would change each year. I pay £{small} a month more now.
        The old rate.
        The contract says so; at the signing it was passed over quickly.
        The terms were gone through again, with a table of payments.
        We explained the terms with the table, and apologised for the hurry then.

        loans contract none
        I paid off the mortgage {days} days ago and you still have my deeds. Are you doing it on purpose?
        My deeds.
        The charge is removed by the land registry within its own time; we applied on the day after.
        We showed the application and explained who does what.
        The registry has confirmed; the customer was content with the explanation.

        loans rules none enquiry
        I am self-employed and have no payslips. Can I still ask for a loan?
        What to bring.
        An enquiry.
        We named the papers that can stand for payslips, and how an application goes.
        The customer has the list and an appointment.

        foreign-exchange service bank
        I waited {minutes} minutes for euros, and then the desk shut for lunch in my face.
        To be served first this afternoon.
        One person was at the desk, and nobody told those waiting about the break.
        The customer was served first; two people now share the desk.
        The euros were handed over with an apology.

        foreign-exchange rules none
        A payment from my son in Canada is held until I fill in a form about him. It is my money.
        Pay it in.
        Payments from abroad have to be described; the clerk offered help.
        We explained the form and filled it in together.
        It was credited the same day.

        foreign-exchange pricing partly
        Your rate on the screen and the rate on my slip are not the same. It cost me £{small}.
        The rate on the screen.
        The screen had not been updated since the morning.
        The screen was corrected and the difference refunded.
        The difference was refunded with an apology.

        agency marketing bank staff
        My mother came to pay in a cheque, and counter {window} sold her insurance "as good as savings", to be paid for {years} years.
        Cancel it and give back £{amount}.
        The recording has the words "as good as savings", which mislead.
        The policy was cancelled within the cooling-off period and all was paid back.
        All of it is paid back; the member of staff apologised and is suspended from sales.

        agency disclosure partly
        My fund is down £{loss}. All the talk was of what it would earn.
        Make it good.
        The customer signed the risk sheet; the talk itself said little of losses.
        The risks and the cost of selling were explained again in writing.
        We apologised for the one-sided talk and explained that a fund can lose.

        agency facilities none
        My gas bill was not paid by direct debit, and now there is a red letter.
        Set it right, and who pays the late fee?
        There was too little in the account on both days.
        We showed the two attempts and set up a low-balance alert.
        The bill is paid; the supplier waived the fee.

        investments yield none
        My plan paid half of what the leaflet had on it. £{loss} less! That is not honest.
        What the leaflet says.
        The leaflet shows an example and says so; the customer signed the key facts.
        We went through the example, the key facts and how the value had moved.
        The customer means to read the key facts first next time.

        investments marketing bank
        Your adviser rings me {times} times a week. I said no the first time.
        No more calls.
        People who had declined were still on the list; the calls are on record.
        The customer is now on the do-not-call list.
        The calls have stopped, and we apologised.

        investments disclosure bank
        "Take it out any time", I was told. Now I need it, and it takes {days} days.
        My money today.
        Withdrawals can be put off when many come at once; this was not said at the sale.
        The withdrawal was given priority, and the sales notes were changed.
        It has been paid in full; we apologised for what was not said.

        other pricing none
        £{small} for one letter that says what is in my account? Other banks do it free.
        No charge.
        The charge is on the published list, and no exemption applies.
        We showed the list and the exemptions.
        The customer accepted the explanation.

        other service partly
        I queued before nine for the savings certificates, and there were none when the door opened. Were there ever any?
        Say how they are sold.
        They go on sale across the whole bank at once and sold out in minutes; no notice had said so.
        A notice now says how and where they are sold.
        We explained the sale and apologised that there was no notice.

        investments contract bank
        The box of my commemorative coin was torn, and the certificate is missing. I was told that I could change it; now I can't.
        A complete one.
        The parts were not checked at the counter, and the promise went beyond the clerk's authority.
        The supplier sent the certificate and a new box.
        Box and certificate were handed over, and the customer is content.

        debt-collection collection-methods bank
        I was {days} days late with my card, and your collectors rang {times} times a day, at my office too.
        Stop it, and say sorry.
        The agency rang outside the agreed hours and at a place of work; the calls are recorded.
        The agency was told to stop and was marked down.
        The calls have stopped; we apologised and agreed a plan.

        debt-collection collection-methods none
        I got a text about £{amount} before it was even due. I thought that I was in arrears.
        No more of these.
        It was a reminder three days before the date, which the customer had chosen.
        We explained the reminder, and turned it off as wished.
        The reminder is off.

        other facilities bank
        The ramp was full of boxes. I sat outside in my wheelchair for {minutes} minutes before anybody saw me.
        Clear the ramp, and put in a bell.
        Builders had left material there, and the bell's battery was flat.
        The ramp was cleared the same day, and the bell has a new battery.
        The ramp is clear and the bell rings; we apologised in person.

        other service none suggestion
        There are too few chairs by the window, and older people stand. Some reading glasses would be kind as well.
        Chairs and glasses.
        At the busy hours more people wait than there are chairs.
        We explained what the fire rules allow, and agreed to do what we can.
        Six chairs and three pairs of glasses are there now, with our thanks.

        other service none venting
        It is all machines now. You ought to stand here yourselves one morning and see what it is like at eighty.
        Nothing. I wanted to say it.
        The customer was upset by the new machine; a colleague did the transfer at the counter.
        We listened, and showed the counter that is always staffed.
        The customer was served at the staffed counter and left content.
        """
    )
}
