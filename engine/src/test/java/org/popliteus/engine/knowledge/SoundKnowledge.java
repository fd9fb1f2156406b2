package org.popliteus.engine.knowledge;

import java.util.Map;
import java.util.TreeMap;

/** A small knowledge base without a mistake, to make mistakes in. */
final class SoundKnowledge {
  private SoundKnowledge() {}

  static final String SPRAIN =
      """
      package org.example.kb.causes

      import org.popliteus.engine.fact.*
      global org.popliteus.engine.Conclusions conclude

      rule "SP-01 twisted and swollen"
          @because( "A twist that swells is often a sprain." )
          @source( "book" )
          @grade( "expert" )
          @group( "injury" )
          @status( "draft" )
      when
          Present( code == "TWIST" )
          Present( code in ( "SWELLING", "BRUISE" ) )
      then
          conclude.supports( "SPRAIN", 5 );
      end

      rule "SP-02 no twist"
          @because( "Without a twist it is hardly a sprain." )
          @source( "book" )
          @grade( "expert" )
          @status( "draft" )
      when
          Absent( code == "TWIST" )
          Measured( code == "AGE", value >= 16, value < 60 )
      then
          conclude.opposes( "SPRAIN", 0.2 );
      end
      """;

  static final String FLAGS =
      """
      package org.example.kb.escalations

      import org.popliteus.engine.fact.*
      global org.popliteus.engine.Conclusions conclude

      rule "RF-01 numb"
          @because( "A numb foot may lack blood." )
          @source( "book" )
          @grade( "expert" )
          @cause( "SPRAIN" )
          @status( "draft" )
      when
          Present( code == "NUMB" )
      then
          conclude.emergency( "GO_NOW" );
          conclude.withhold( "ICE" );
      end
      """;

  static final String ADVICE_RULES =
      """
      package org.example.kb.advice

      import org.popliteus.engine.fact.*
      global org.popliteus.engine.Conclusions conclude

      rule "AD-01 ice for a sprain"
          @because( "Cold eases the pain of a sprain." )
          @source( "book" )
          @grade( "expert" )
          @status( "draft" )
      when
          Suspected( cause == "SPRAIN", likelihood in ( "LIKELY", "POSSIBLE" ) )
          Triaged( urgency == "SELF_CARE" )
          Chosen( code == "SEX", option == "female" )
      then
          conclude.recommend( "ICE" );
      end
      """;

  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "kb.yaml",
        """
        id: ankle
        version: 1
        title: Ankles
        package: org.example.kb
        baseRates: {common: 8, rare: 0.5}
        likely: {share: 0.4, ratio: 4}
        possible: {share: 0.1}
        nothingAnswered: {rule: RF-19, action: SEE, because: Nothing was answered., sources: [book], grade: expert, status: draft}
        reviewWhenLikely: {rule: RF-21, action: SEE, because: It wants a look., sources: [book], grade: expert, status: draft}
        texts:
          emergency: Go now.
          same-day: Go today.
          soon: Go soon.
          self-care: Watch it
          not-excluded: not excluded
          requirement: Only when safe.
          seen-first: Be seen first.
          contradiction: These contradict each other.
        """);
    files.put(
        "findings.yaml",
        """
        - {code: AGE, display: Age, question: How old are you?, kind: numeric, unit: years, least: 0, most: 110, tier: core, group: person}
        - {code: SEX, display: Sex, question: Which sex?, kind: choice, options: [female, male], tier: core, group: person}
        - {code: TWIST, display: Twisted, question: Did you twist it?, kind: tri-state, tier: core, group: injury}
        - {code: SWELLING, display: Swollen, question: Is it swollen?, kind: tri-state, tier: core, group: skin, contradicts: [BRUISE]}
        - {code: BRUISE, display: Bruised, question: Is it bruised?, kind: tri-state, tier: core, group: skin, after: TWIST is present}
        - {code: NUMB, display: Numb, question: Is it numb?, kind: tri-state, tier: core, group: nerve, redFlag: true, screen: true}
        """);
    files.put(
        "causes.yaml",
        """
        - code: SPRAIN
          display: A sprain
          baseRate: common
          baseRateBecause: Ankles twist.
          confirm: An examination
          confirmedBy: A doctor
          sources: [book]
        """);
    files.put(
        "advice.yaml",
        """
        - {code: GO_NOW, display: Go, text: Go now., clinicianText: Refer., category: action, priority: 1, within: PT0S, sources: [book]}
        - {code: SEE, display: See, text: See someone., clinicianText: Review., category: action, priority: 2, within: P14D, sources: [book]}
        - code: ICE
          display: Ice
          text: Cool it.
          clinicianText: Cryotherapy.
          category: self-care
          priority: 3
          requires: [AGE is from 16 to 90, NUMB is absent]
          sources: [book]
        """);
    files.put("factors.yaml", "[]\n");
    files.put("scores.yaml", "[]\n");
    files.put(
        "sources.yaml",
        """
        - {id: book, title: A book, by: Somebody, kind: textbook, checked: in-full}
        """);
    files.put("causes/sprain.drl", SPRAIN);
    files.put("escalations/flags.drl", FLAGS);
    files.put("advice/rules.drl", ADVICE_RULES);
    return files;
  }
}
