package org.popliteus.engine.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a template what the methods of records give that take nothing, of those records too that
 * only this package may see.
 */
final class RecordWrapper extends DefaultObjectWrapper {
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new HashMap<>();
          for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
              method.setAccessible(true);
              accessors.put(method.getName(), method);
            }
          }
          return accessors;
        }
      };

  RecordWrapper() {
    super(Configuration.VERSION_2_3_34);
  }

  @Override
  protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    return value instanceof Record components
        ? new Components(components)
        : super.handleUnknownType(value);
  }

  private final class Components implements TemplateHashModel {
    private final Record values;

    Components(Record values) {
      this.values = values;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      Method accessor = ACCESSORS.get(values.getClass()).get(name);
      if (accessor == null) {
        throw new TemplateModelException(values.getClass().getSimpleName() + " has no " + name);
      }
      try {
        return wrap(accessor.invoke(values));
      } catch (ReflectiveOperationException e) {
        throw new TemplateModelException(e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
