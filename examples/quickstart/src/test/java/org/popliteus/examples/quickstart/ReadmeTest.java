package org.popliteus.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project's README shows is true. */
class ReadmeTest {
  private static final Path README = Path.of("../../README.md");

  @Test
  void itsJavaCompilesAsPrinted(@TempDir Path folder) throws Exception {
    String program =
        "import org.popliteus.engine.*;\nclass Readme {\n  void readme() {\n"
            + block("java")
            + "\n  }\n}\n";
    Path source = Files.writeString(folder.resolve("Readme.java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    StringWriter said = new StringWriter();

    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-d", folder.toString(), "-cp", classPath, "-proc:none"),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();

    assertThat(compiled).as(said.toString()).isTrue();
  }

  @Test
  void itsRuleStandsInTheRuleFileAsPrinted() throws Exception {
    Path rules =
        Path.of("../../rules-kb/src/main/resources/org/popliteus/kb/posteriorknee/causes/dvt.drl");

    assertThat(Files.readString(rules)).contains(block("drl"));
  }

  private static String block(String language) throws Exception {
    Pattern fenced = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL);
    List<String> blocks =
        fenced.matcher(Files.readString(README)).results().map(MatchResult::group).toList();
    assertThat(blocks).hasSize(1);
    return blocks.get(0).replaceFirst("```" + language + "\n", "").replaceFirst("\n```$", "");
  }
}
