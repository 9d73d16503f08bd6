import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { bridgeName, channels, type Bridge } from './bridge.ts';

/** The only thing the page gets of Electron: calls by name, and events. The main process checks each of them. */
const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke(channels.call, name, args),
  onEvent(listener) {
    const hear = (_event: IpcRendererEvent, told: unknown) => listener(told);
    ipcRenderer.on(channels.event, hear);
    return () => void ipcRenderer.off(channels.event, hear);
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
