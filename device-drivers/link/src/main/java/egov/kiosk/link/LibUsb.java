package egov.kiosk.link;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The few calls of libusb 1.0 that a bulk device needs.
 *
 * @see <a href="https://libusb.sourceforge.io/api-1.0/">libusb-1.0 API</a>
 */
interface LibUsb extends Library {
  /** What Debian's libusb-1.0-0 installs. */
  String SYSTEM = "libusb-1.0.so.0";

  int ERROR_ACCESS = -3;
  int ERROR_NO_DEVICE = -4;
  int ERROR_BUSY = -6;
  int ERROR_TIMEOUT = -7;
  int ERROR_INTERRUPTED = -10;

  /** {@code struct libusb_device_descriptor}: 18 bytes, of which these are read. */
  int DESCRIPTOR_BYTES = 18;

  int VENDOR_AT = 8;
  int PRODUCT_AT = 10;
  int SERIAL_INDEX_AT = 16;

  /**
   * Loads it.
   *
   * @param library a name or an absolute path
   * @throws LinkException {@link LinkFault#CANNOT_OPEN} when it is not installed
   */
  static LibUsb load(String library) throws LinkException {
    try {
      return Native.load(library, LibUsb.class);
    } catch (LinkageError e) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN, "libusb cannot be loaded; install the package libusb-1.0-0", e);
    }
  }

  int libusb_init(PointerByReference context);

  void libusb_exit(Pointer context);

  long libusb_get_device_list(Pointer context, PointerByReference list);

  void libusb_free_device_list(Pointer list, int unreference);

  int libusb_get_device_descriptor(Pointer device, byte[] descriptor);

  int libusb_open(Pointer device, PointerByReference handle);

  void libusb_close(Pointer handle);

  int libusb_get_string_descriptor_ascii(Pointer handle, byte index, byte[] text, int length);

  int libusb_set_auto_detach_kernel_driver(Pointer handle, int enable);

  int libusb_claim_interface(Pointer handle, int number);

  int libusb_release_interface(Pointer handle, int number);

  int libusb_bulk_transfer(
      Pointer handle,
      byte endpoint,
      byte[] data,
      int length,
      IntByReference transferred,
      int timeoutMillis);
}
