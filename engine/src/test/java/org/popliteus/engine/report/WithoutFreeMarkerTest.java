package org.popliteus.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutFreeMarkerTest {

  /** Loads the report's classes anew, where FreeMarker cannot be found. */
  private static final class NoFreeMarker extends ClassLoader {
    NoFreeMarker() {
      super(WithoutFreeMarkerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("freemarker.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.popliteus.engine.report.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = stream.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void theErrorNamesWhatToAdd(@TempDir Path folder) throws Exception {
    Kitchen.writeTo(folder);
    Class<?> type = new NoFreeMarker().loadClass(ReviewReport.class.getName());
    assertThat(type).isNotSameAs(ReviewReport.class);
    Object report = type.getMethod("of", Path.class).invoke(null, folder);

    assertThatThrownBy(() -> type.getMethod("html").invoke(report))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a review report is written only with FreeMarker 2.3.34 or later on the class path\n"
                + "  Maybe add org.freemarker:freemarker.");
  }
}
