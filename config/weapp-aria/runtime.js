import { mergeInternalComponents } from '@tarojs/shared';
import aria from './props.json';

mergeInternalComponents(aria);
