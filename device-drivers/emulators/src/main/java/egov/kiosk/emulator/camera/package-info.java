/**
 * A USB camera (UVC, V4L2) without a camera and without a kernel driver.
 *
 * <p>Two halves. The emulator process writes {@code frame.jpg} into a folder fifteen times a
 * second. A small shared library, {@code v4l2shim.c}, is loaded into the product's process with
 * {@code LD_PRELOAD}; it answers the system calls on the camera's device file and hands out that
 * picture, so that the product's real V4L2 code runs unchanged:
 *
 * <pre>
 * gcc -shared -fPIC -O2 -Wall -Wextra -o v4l2shim.so v4l2shim.c -ldl -lpthread
 * KIOSK_V4L2_NODE=/dev/video0 KIOSK_V4L2_DIR=DIR LD_PRELOAD=./v4l2shim.so java ...
 * </pre>
 *
 * <p>The folder is the whole interface: {@code frame.jpg}, {@code unplug} and {@code stall} as
 * marks, and {@code video0}, a file that is there while the camera is plugged in, for products that
 * look before they open.
 */
package egov.kiosk.emulator.camera;
