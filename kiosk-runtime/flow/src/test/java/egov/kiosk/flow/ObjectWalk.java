package egov.kiosk.flow;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds every text that can be reached from an object, through private fields and collections. */
final class ObjectWalk {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> todo = new ArrayDeque<>();
  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();

  /** These, and what only they know, are not entered. */
  ObjectWalk(Set<?> outside) {
    seen.addAll(outside);
  }

  List<String> textsFrom(Object root) {
    walk(root);
    return texts;
  }

  List<byte[]> bytesFrom(Object root) {
    walk(root);
    return bytes;
  }

  private void walk(Object root) {
    visit(root);
    while (!todo.isEmpty()) {
      enter(todo.pop());
    }
  }

  private void visit(Object value) {
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof CharSequence text) {
      texts.add(text.toString());
    } else if (value instanceof byte[] array) {
      bytes.add(array);
    } else if (!(value instanceof Class || value instanceof Enum || value instanceof Number)) {
      todo.add(value);
    }
  }

  private void enter(Object value) {
    if (value instanceof Object[] array) {
      for (Object element : array) {
        visit(element);
      }
      return;
    }
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          visit(read(field, value));
        }
      }
    }
  }

  private static Object read(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Outside the packages the walk was opened for (clocks, random numbers, class loaders).
      return null;
    }
  }
}
