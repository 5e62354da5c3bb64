package egov.kiosk.custody.component;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would hand it over: what is given, defaults for the rest. */
final class Configured {
  private Configured() {}

  static CustodyConfiguration with(Map<String, Object> values) {
    return (CustodyConfiguration)
        Proxy.newProxyInstance(
            Configured.class.getClassLoader(),
            new Class<?>[] {CustodyConfiguration.class},
            (proxy, method, arguments) -> value(method, values));
  }

  private static Object value(Method method, Map<String, Object> values) {
    Object given = values.get(method.getName());
    return given != null ? given : method.getDefaultValue();
  }
}
