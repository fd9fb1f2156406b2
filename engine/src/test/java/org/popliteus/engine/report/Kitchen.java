package org.popliteus.engine.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A small knowledge base about fingers that were hurt in a kitchen, with one of everything. */
final class Kitchen {
  private Kitchen() {}

  static final String BURN_RULES =
      """
      package org.example.kitchen.causes

      import org.popliteus.engine.fact.*
      global org.popliteus.engine.Conclusions conclude

      // Nobody has counted burns in kitchens,
      // so the numbers are guessed.

      // One of the two sources says the opposite.
      rule "BU-01 hot pan touched"
          @because( "What is hot burns." )
          @source( "cookbook; hearsay" )
          @grade( "published" )
          @group( "heat" )
          @status( "reviewed" )
          @reviewed( "2026-03-01, A. Cook" )
      when
          Present( code == "HOT_PAN" )
      then
          conclude.supports( "BURN", 5 );
      end

      rule "BU-02 a small blister in an adult"
          @because( "A burn blisters." )
          @source( "cookbook" )
          @grade( "expert" )
          @status( "draft" )
      when
          Present( code in ( "BLISTER", "HOT_PAN" ) )
          Measured( code == "BLISTER_MM", value >= 2, value < 20 )
          Chosen( code == "HAND", option in ( "left", "right" ) )
      then
          conclude.supports( "BURN", 1.8 );
      end

      rule "BU-03 no blister"
          @because( "Most burns that hurt blister." )
          @source( "cookbook" )
          @grade( "expert" )
          @status( "draft" )
      when
          Absent( code == "BLISTER" )
      then
          conclude.opposes( "BURN", 0.2 );
      end
      """;

  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "kb.yaml",
        """
        id: kitchen
        version: 3
        title: Fingers hurt in a kitchen
        package: org.example.kitchen
        baseRates: {very-common: 8, rare: 0.5}
        likely: {share: 0.4, ratio: 4}
        possible: {share: 0.1}
        nothingAnswered: {rule: RF-19, action: SEE, because: Nothing was answered., sources: [cookbook], grade: expert, status: draft}
        reviewWhenLikely: {rule: RF-21, action: SEE, because: It wants a look., sources: [cookbook], grade: expert, status: draft}
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
        - {code: HOT_PAN, display: Hot pan, question: Did you touch a hot pan?, kind: tri-state, tier: core, group: kitchen-ware}
        - {code: BLISTER, display: Blister, question: Is there a blister?, kind: tri-state, tier: core, group: skin}
        - {code: BLISTER_MM, display: Width of the blister, question: How wide is it?, kind: numeric, unit: mm, least: 0, most: 90, tier: core, group: skin, after: BLISTER is present}
        - {code: HAND, display: Hand, question: Which hand?, kind: choice, options: [left, right, both-hands], tier: core, group: skin}
        - {code: CHARRED, display: Charred skin, question: Is the skin black?, kind: tri-state, tier: core, group: skin, redFlag: true, screen: true}
        """);
    files.put(
        "causes.yaml",
        """
        - code: BURN
          display: A burn
          baseRate: very-common
          baseRateBecause: Pans are hot.
          confirm: A look
          confirmedBy: Anybody
          sources: [cookbook]
        """);
    files.put(
        "advice.yaml",
        """
        - {code: GO_NOW, display: Go to hospital, text: Go now., clinicianText: Refer., category: action, priority: 1, within: PT1H, sources: [cookbook]}
        - {code: SEE, display: See someone, text: See someone., clinicianText: Review., category: action, priority: 2, within: P14D, sources: [cookbook]}
        - code: COOL
          display: Cool it
          text: Hold it under water.
          clinicianText: Cooling.
          category: self-care
          parameters: {minutes: 20}
          priority: 3
          requires: [BLISTER_MM is from 0 to 30, CHARRED is absent]
          sources: [cookbook]
        """);
    files.put(
        "factors.yaml",
        """
        - code: HASTE
          display: Haste
          prevention:
            - {text: Take your time., grade: lay, sources: [hearsay]}
        """);
    files.put(
        "scores.yaml",
        """
        - {code: PAN, display: Pan score, cutOff: 1, below: Cold., atLeast: Hot., sources: [cookbook]}
        """);
    files.put(
        "sources.yaml",
        """
        - {id: cookbook, title: A cookbook, by: A cook, year: 1998, url: "https://example.org/cookbook", kind: textbook, checked: in-full}
        - {id: hearsay, title: What people say, by: Neighbours, kind: lay-article, checked: not-yet}
        """);
    files.put(
        "traceability.yaml",
        """
        - {fact: S0-01, says: Pans are hot, carriedBy: [BU-01, HOT_PAN]}
        - {fact: C-01, says: Whether butter helps, notUsed: It does not.}
        """);
    files.put("causes/burn.drl", BURN_RULES);
    files.put(
        "escalations/skin.drl",
        rules(
            "escalations",
            """
            rule "RF-01 charred skin"
                @because( "Black skin is dead." )
                @source( "cookbook" )
                @grade( "guideline" )
                @cause( "BURN" )
                @status( "draft" )
            when
                Present( code == "CHARRED" )
            then
                conclude.emergency( "GO_NOW" );
                conclude.withhold( "COOL" );
            end
            """));
    files.put(
        "advice/care.drl",
        rules(
            "advice",
            """
            rule "AD-01 cool a burn"
                @because( "Water cools." )
                @source( "cookbook" )
                @grade( "expert" )
                @status( "draft" )
            when
                Suspected( cause == "BURN", likelihood in ( "LIKELY", "POSSIBLE" ) )
                Triaged( urgency == "SELF_CARE" )
            then
                conclude.recommend( "COOL" );
            end
            """));
    files.put(
        "contributing/haste.drl",
        rules(
            "contributing",
            """
            rule "HA-01 a pan in haste"
                @because( "Who hurries touches pans." )
                @source( "hearsay" )
                @grade( "lay" )
                @status( "draft" )
            when
                Present( code == "HOT_PAN" )
            then
                conclude.contributes( "HASTE" );
            end
            """));
    files.put(
        "scores/pan.drl",
        rules(
            "scores",
            """
            rule "PAN-01 a hot pan"
                @because( "It counts." )
                @source( "cookbook" )
                @grade( "expert" )
                @status( "draft" )
            when
                Present( code == "HOT_PAN" )
            then
                conclude.score( "PAN", 1 );
            end
            """));
    files.put(
        "causes/burn.scenarios.yaml",
        """
        - name: a cook with a blister
          given: {HOT_PAN: present, BLISTER: present, BLISTER_MM: 4, HAND: left, CHARRED: absent}
          expect: {fires: [BU-01, BU-02], silent: [BU-03], first: BURN}
        """);
    return files;
  }

  private static String rules(String folder, String rules) {
    return """
           package org.example.kitchen.%s

           import org.popliteus.engine.fact.*
           global org.popliteus.engine.Conclusions conclude

           %s"""
        .formatted(folder, rules);
  }

  static void writeTo(Path folder) throws IOException {
    write(folder, files());
  }

  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
