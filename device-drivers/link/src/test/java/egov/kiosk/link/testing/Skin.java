package egov.kiosk.link.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** What a component sees of the framework: its configuration, and where it registers services. */
public final class Skin {
  private final List<Object> registered = new ArrayList<>();

  /** A configuration with its defaults, but for these values. */
  public static <T> T configuration(Class<T> type, Map<String, Object> values) {
    return proxy(
        type,
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Annotation.class
                ? type
                : values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  /** The component's context; it knows how to register services. */
  public BundleContext context() {
    return proxy(
        BundleContext.class,
        (proxy, method, arguments) -> {
          Object service = arguments[1];
          registered.add(service);
          return proxy(
              ServiceRegistration.class,
              (registration, any, none) -> {
                registered.remove(service);
                return null;
              });
        });
  }

  /** What is registered now, in order. */
  public List<Object> registered() {
    return List.copyOf(registered);
  }

  /** The one of this type that is registered now. */
  public <T> T registered(Class<T> type) {
    return registered.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " is registered"));
  }
}
