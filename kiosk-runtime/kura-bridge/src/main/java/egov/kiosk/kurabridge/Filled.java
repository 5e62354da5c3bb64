package egov.kiosk.kurabridge;

/**
 * A mark without methods: a service, with the property {@value #PAGE}, while every setting of one
 * component that has no default was given a value. In packages for this framework such components
 * wait for it: it hands them their settings as soon as there are any, and a component that failed
 * once for want of one takes all that need it down for good.
 */
public interface Filled {
  /** The component's pid. */
  String PAGE = "page";
}
