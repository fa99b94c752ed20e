extension English {
  /// Words that no letter may hold, whatever the practice calls its specialties.
  var forbidden: [(NoticeRule, [String])] {
    [
      (
        .diagnosis,
        [
          "depression", "depressive", "anxiety", "anxious", "ptsd", "ocd", "adhd", "autism", "autistic", "bipolar",
          "schizophrenia", "psychosis", "psychotic", "addiction", "alcoholism", "anorexia", "bulimia", "dementia",
          "self harm", "suicide", "suicidal", "disorder", "panic", "phobia", "diagnosis", "diagnosed", "trauma",
          "grief",
          "burnout", "insomnia",
        ]
      ),
      (
        .nature,
        [
          "therapy", "therapist", "therapies", "psychotherapy", "psychotherapist", "counselling", "counseling",
          "counsellor", "counselor", "psychologist", "psychology", "psychiatrist", "psychiatry", "psychiatric",
          "session",
          "sessions", "treatment", "assessment", "emdr", "cbt", "clinical", "clinician", "couples therapy",
          "mental health", "supervision", "second opinion", "referral", "patient", "caseload",
        ]
      ),
      (.risk, ["risk", "risks", "high risk", "at risk", "risky", "safeguarding", "vulnerable", "crisis"]),
      (
        .payer,
        [
          "insurance", "insurer", "insured", "payer", "invoice", "billing", "self pay", "fee", "fees", "medicare",
          "medicaid",
        ]
      ),
      (
        .reason,
        [
          "holiday", "holidays", "vacation", "annual leave", "leave", "sick", "sickness", "ill", "illness", "unwell",
          "maternity", "paternity", "parental", "pregnant", "pregnancy", "training", "conference", "course", "hospital",
          "surgery", "operation", "bereavement", "funeral", "wedding", "honeymoon", "sabbatical", "jury", "time off",
          "out of office",
        ]
      ),
    ]
  }
}
