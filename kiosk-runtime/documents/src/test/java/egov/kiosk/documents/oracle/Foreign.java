package egov.kiosk.documents.oracle;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Classes beside the class path, called by name: they share nothing with ours but the JDK. */
final class Foreign implements AutoCloseable {
  private final URLClassLoader loader;

  Foreign(Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".jar")).toList();
      if (found.isEmpty()) {
        throw new IOException("no jars in " + jars + "; let Maven build this room's tests");
      }
      URL[] urls = new URL[found.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = found.get(i).toUri().toURL();
      }
      loader = new URLClassLoader("foreign", urls, ClassLoader.getPlatformClassLoader());
    }
  }

  /** Makes an object. */
  Object make(String type, Object... arguments) throws Exception {
    for (Constructor<?> each : loader.loadClass(type).getConstructors()) {
      if (takes(each, arguments)) {
        return unwrapped(() -> each.newInstance(arguments));
      }
    }
    throw new NoSuchMethodException(type);
  }

  /** Calls a method. */
  Object call(Object target, String name, Object... arguments) throws Exception {
    return call(target.getClass(), target, name, arguments);
  }

  /** Calls a static method. */
  Object callStatic(String type, String name, Object... arguments) throws Exception {
    return call(loader.loadClass(type), null, name, arguments);
  }

  private static Object call(Class<?> type, Object target, String name, Object... arguments)
      throws Exception {
    for (Method each : type.getMethods()) {
      if (each.getName().equals(name) && takes(each, arguments)) {
        return unwrapped(() -> each.invoke(target, arguments));
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }

  private static boolean takes(Executable callee, Object... arguments) {
    Class<?>[] types = callee.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean fits =
          types[i].isInstance(arguments[i])
              || (types[i] == int.class && arguments[i] instanceof Integer)
              || (types[i] == double.class && arguments[i] instanceof Double);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private interface Call {
    Object make() throws ReflectiveOperationException;
  }

  private static Object unwrapped(Call call) throws Exception {
    try {
      return call.make();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
