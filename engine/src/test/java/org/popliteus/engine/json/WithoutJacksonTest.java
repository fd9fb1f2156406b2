package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;

class WithoutJacksonTest {

  /** Loads the codec's classes anew, where Jackson cannot be found. */
  private static final class NoJackson extends ClassLoader {
    NoJackson() {
      super(WithoutJacksonTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.fasterxml.jackson")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.popliteus.engine.json.")) {
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
  void theErrorNamesWhatToAdd() throws Exception {
    Class<?> type = new NoJackson().loadClass("org.popliteus.engine.json.JsonCodec");
    assertThat(type).isNotSameAs(JsonCodec.class);
    Constructor<?> constructor = type.getConstructor(Advisor.class);
    assertThatThrownBy(() -> constructor.newInstance(Dragon.ADVISOR))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "JSON is read and written only with Jackson 2.18 or later on the class path\n"
                + "  Maybe add com.fasterxml.jackson.core:jackson-core.");
  }
}
