package org.popliteus.examples.quickstart;

import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Presentation;

/** A runner's calf is swollen after a long flight. */
public final class Quickstart {
  private Quickstart() {}

  /** Prints how urgent it is, why, what may cause it, and what to do. */
  public static void main(String[] arguments) {
    Advisor advisor = Advisor.create();
    Presentation runner =
        Presentation.builder()
            .measured("AGE_YEARS", 34)
            .chosen("SEX_AT_BIRTH", "female")
            .present("PAIN_CALF", "CALF_SWELLING", "HX_LONG_TRAVEL")
            .absent("CHEST_PAIN", "BREATHLESSNESS", "TRAUMA_RECENT")
            .build();

    Assessment assessment = advisor.assess(runner);

    System.out.println(assessment.urgency() + ": " + assessment.summary());
    for (var escalation : assessment.escalations()) {
      System.out.println("because: " + escalation.provenance().because());
    }
    for (var cause : assessment.causes()) {
      System.out.printf("%d. %s, %s%n", cause.rank(), cause.display(), cause.likelihood());
    }
    for (var advice : assessment.recommendations()) {
      System.out.println("do: " + advice.text());
    }
  }
}
